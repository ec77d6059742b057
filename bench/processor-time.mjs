/** Preloaded into a process that is measured: whoever started it may ask how much processor time it has used. */
process.on('message', (message) => {
  if (message === 'processor-time') process.send({ processorTime: process.cpuUsage() });
});
