import { DomainError } from '@rollcall/contracts';
import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { Actor } from '../access/actor.js';
import type { FaultLog } from '../http/logger.js';
import { requestContextOf } from '../http/request-context.js';
import type { DirectoryPerson, ProvisioningService } from '../modules/employee/provisioning.service.js';
import { scimErrorHandler, sendScim } from './scim-answer.js';
import { resourceTypes, schemas, serviceProviderConfig } from './scim-discovery.js';
import { ScimError } from './scim-error.js';
import { parseFilter } from './scim-filter.js';
import { readPatch } from './scim-patch.js';
import { isKnownVersion, partOf, projectionOf, queryText, readScimBody, wantedVersions } from './scim-request.js';
import { etagOf, listOf, locationOf, toResource } from './scim-resource.js';
import { readUser } from './scim-user.js';

export interface ScimRoutesOptions {
  readonly people: ProvisioningService;
  /** Finds out who asks. */
  readonly identify: RequestHandler;
  /** Where the identity provider reaches us; locations begin with it. */
  readonly publicUrl: string;
  readonly faults: FaultLog;
  readonly newId: () => string;
}

/** SCIM 2.0 (RFC 7643, 7644) below `/scim`: people only, for API keys only. */
export function scimRoutes({ people, identify, publicUrl, faults, newId }: ScimRoutesOptions): Router {
  const router = Router();
  const body = readScimBody();
  router.use(identify, requireKey);

  router.all(['/v2/Me', '/v2/Bulk', '/v2/.search', '/v2/Users/.search'], () => {
    throw new ScimError(501, null, 'This is not supported.');
  });
  router
    .route('/v2/Users')
    .get(async (request, response) => {
      const { startIndex, limit } = partOf(request);
      const projection = projectionOf(request);
      const filter = parseFilterOf(request);
      const found = await people.list(actorOf(response), filter, { skip: startIndex - 1, limit });
      const resources = found.people.map((person) => toResource(person, publicUrl, projection));
      sendScim(response, 200, listOf(resources, found.totalCount, startIndex));
    })
    .post(body, async (request, response) => {
      const person = await people.create(actorOf(response), readUser(request.body));
      response.setHeader('location', locationOf(publicUrl, `Users/${person.employee.id}`));
      sendPerson(request, response, person, 201);
    })
    .all(refuseMethod('GET, POST'));

  router
    .route('/v2/Users/:id')
    .get(async (request, response) => {
      const person = await people.get(actorOf(response), idOf(request));
      if (isKnownVersion(request, person.employee.version)) response.status(304).end();
      else sendPerson(request, response, person);
    })
    .put(body, async (request, response) => {
      const change = readUser(request.body);
      sendPerson(
        request,
        response,
        await people.change(actorOf(response), idOf(request), change, wantedVersions(request)),
      );
    })
    .patch(body, async (request, response) => {
      const change = readPatch(request.body);
      sendPerson(
        request,
        response,
        await people.change(actorOf(response), idOf(request), change, wantedVersions(request)),
      );
    })
    .delete(async (request, response) => {
      await people.remove(actorOf(response), idOf(request), wantedVersions(request));
      response.status(204).end();
    })
    .all(refuseMethod('GET, PUT, PATCH, DELETE'));

  router
    .route('/v2/ServiceProviderConfig')
    .get((_request, response) => sendScim(response, 200, serviceProviderConfig(publicUrl)))
    .all(refuseMethod('GET'));
  describe(router, '/v2/Schemas', async (actor) => schemas(publicUrl, await people.departments(actor)));
  describe(router, '/v2/ResourceTypes', async () => resourceTypes(publicUrl));
  router.use(() => {
    throw new DomainError('NOT_FOUND');
  });
  router.use(scimErrorHandler(faults, newId));
  return router;

  function sendPerson(request: Request, response: Response, person: DirectoryPerson, status: number = 200): void {
    response.setHeader('etag', etagOf(person.employee.version));
    sendScim(response, status, toResource(person, publicUrl, projectionOf(request)));
  }
}

/** A list, and each of its entries by id. */
function describe(
  router: Router,
  path: string,
  entriesFor: (actor: Actor) => Promise<readonly { readonly id: string }[]>,
): void {
  router
    .route(path)
    .get(async (_request, response) => sendScim(response, 200, listOf(await entriesFor(actorOf(response)))))
    .all(refuseMethod('GET'));
  router
    .route(`${path}/:id`)
    .get(async (request, response) => {
      const found = (await entriesFor(actorOf(response))).find(({ id }) => id === idOf(request));
      if (found === undefined) throw new DomainError('NOT_FOUND');
      sendScim(response, 200, found);
    })
    .all(refuseMethod('GET'));
}

/** Sessions of browsers and devices have no business here: what a page of another origin sends cannot have a key. */
const requireKey: RequestHandler = (_request, response, next) => {
  const { actor } = requestContextOf(response);
  next(actor?.kind === 'API_KEY' ? undefined : new DomainError('UNAUTHENTICATED'));
};

function actorOf(response: Response): Actor {
  const { actor } = requestContextOf(response);
  if (actor === null) throw new DomainError('UNAUTHENTICATED');
  return actor;
}

const idOf = ({ params }: Request): string => String(params.id);

function parseFilterOf(request: Request) {
  const text = queryText(request, 'filter');
  return text === undefined ? {} : parseFilter(text);
}

function refuseMethod(allow: string): RequestHandler {
  return (_request, response) => {
    response.setHeader('allow', allow);
    throw new ScimError(405, null, `Use ${allow}.`);
  };
}
