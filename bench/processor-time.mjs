/** Preloaded into a measured process: reports its processor time to the process that started it, on request. */
process.on('message', (message) => {
  if (message === 'processor-time') process.send({ processorTime: process.cpuUsage() });
});
