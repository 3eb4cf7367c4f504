import { BlockList, isIPv6 } from 'node:net';
import { DomainError } from '@rollcall/contracts';
import type { Device } from '@rollcall/db';
import express, { type ErrorRequestHandler, type Express, type Request, type Response } from 'express';
import type { DevicePushService } from '../modules/attendance-import/device-push.service.js';
import type { Logger } from './logger.js';
import type { RateLimiter } from './rate-limiter.js';

export interface AdmsOptions {
  readonly pushes: DevicePushService;
  /** Address ranges in CIDR notation that terminals may call from. */
  readonly networks: readonly string[];
  readonly limiter: RateLimiter;
  readonly log: Logger;
}

const MAX_BODY_BYTES = 4 * 1024 * 1024;
/** What a terminal is told about itself: only the attendance log is wanted, never users, photos or templates. */
const OPTIONS = [
  'ErrorDelay=60',
  'Delay=30',
  'TransTimes=00:00;12:00',
  'TransInterval=1',
  'TransFlag=TransData AttLog',
  'Realtime=1',
  'Encrypt=None',
];

/**
 * The listener for ZKTeco's push protocol (ADMS). The protocol has no authentication: whoever may connect and knows a serial
 * number is believed. So it is off by default and meant for a network of terminals only; see ADR 0097.
 *
 * A terminal repeats what was not answered with `OK: n`, and forgets what was: so that answer means stored.
 */
export function createAdmsApp({ pushes, networks, limiter, log }: AdmsOptions): Express {
  const app = express();
  const allowed = networkList(networks);
  app.disable('x-powered-by');
  app.disable('etag');
  app.use((request, _response, next) => {
    const address = plainAddress(request.socket.remoteAddress ?? '');
    if (!allowed.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')) throw new DomainError('FORBIDDEN');
    limiter.take(address);
    next();
  });
  // Before any body is read: what an unknown terminal sends is not worth it.
  app.use('/iclock', async (request, response, next) => {
    const device = await pushes.recognise(queryOf(request, 'SN'), isPushOfMarks(request));
    if (device === null) throw new DomainError('UNAUTHENTICATED');
    response.locals.device = device;
    next();
  });
  app.get('/iclock/cdata', (_request, response) => {
    const { serialNumber, pushStamp } = response.locals.device as Device;
    const stamp = pushStamp ?? 'None';
    const stamps = [`ATTLOGStamp=${stamp}`, `Stamp=${stamp}`, 'OPERLOGStamp=9999'];
    say(response, `${[`GET OPTION FROM: ${serialNumber}`, ...stamps, ...OPTIONS].join('\r\n')}\r\n`);
  });
  app.post('/iclock/cdata', express.raw({ type: () => true, limit: MAX_BODY_BYTES }), async (request, response) => {
    const device = response.locals.device as Device;
    // Whatever else it sends was not asked for and is not kept.
    if (!isPushOfMarks(request)) return say(response, 'OK\r\n');
    const text = Buffer.isBuffer(request.body) ? request.body.toString('utf8') : '';
    const { newMarks, knownMarks, refusedLines } = await pushes.take(device, text, queryOf(request, 'Stamp') || null);
    if (refusedLines > 0) log.warn({ device: device.id, refusedLines }, 'lines of a terminal were refused');
    say(response, `OK: ${newMarks + knownMarks + refusedLines}\r\n`);
  });
  // No commands are ever given, so no answer to one is awaited.
  app.get(['/iclock/getrequest', '/iclock/ping'], (_request, response) => say(response, 'OK\r\n'));
  app.post('/iclock/devicecmd', (_request, response) => say(response, 'OK\r\n'));
  app.use((_request, response) => void response.status(404).end());
  app.use(onError(log));
  return app;
}

/** Text only, in the few words that terminals know. */
function onError(log: Logger): ErrorRequestHandler {
  return (error, request, response, next) => {
    const { type, code } = error as { type?: unknown; code?: unknown };
    const address = request.socket.remoteAddress;
    if (response.headersSent || type === 'request.aborted') return next(error);
    response.setHeader('connection', 'close');
    if (code === 'UNAUTHENTICATED' || code === 'FORBIDDEN') {
      log.warn(
        { address, serialNumber: queryOf(request, 'SN').slice(0, 64), code },
        'an unknown terminal was sent away',
      );
      response
        .status(code === 'FORBIDDEN' ? 403 : 401)
        .type('text/plain')
        .send('UNKNOWN DEVICE\r\n');
    } else if (code === 'RATE_LIMITED') response.status(429).end();
    else if (type === 'entity.too.large') response.status(413).end();
    else {
      log.error({ err: error, path: request.path }, 'a push could not be stored');
      response.status(500).type('text/plain').send('ERROR\r\n');
    }
  };
}

const isPushOfMarks = (request: Request): boolean =>
  request.method === 'POST' && queryOf(request, 'table').toUpperCase() === 'ATTLOG';

function say(response: Response, text: string): void {
  response.status(200).type('text/plain').send(text);
}

function queryOf(request: Request, name: string): string {
  const value = request.query[name];
  return typeof value === 'string' ? value : '';
}

/** IPv4 addresses come to an IPv6 socket in a wrapping. */
const plainAddress = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');

function networkList(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    list.addSubnet(address, Number(bits), isIPv6(address) ? 'ipv6' : 'ipv4');
  }
  return list;
}
