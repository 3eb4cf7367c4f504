// Loaded into each server by `node --import`: if `npm start` itself is killed hard, its servers stop cleanly instead of
// going on unseen. Processes that the servers start inherit the option, so only direct children of the starter react.
if (process.channel && String(process.ppid) === process.env.ROLLCALL_STARTER_PID) {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}
