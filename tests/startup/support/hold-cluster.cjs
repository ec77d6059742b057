/**
 * Starts one cluster and holds it: what a launcher does, as a process of its own that a test can kill.
 * Arguments: the compiled platform package, the cluster's folder. Prints `{port, pid, guardianPid, uid, url}` when ready,
 * or the failure's message, and stops the cluster on SIGTERM.
 */
const [, , platform, directory] = process.argv;
const { startCluster } = require(platform);

startCluster({ name: 'held', directory, databases: ['held'], durable: false }).then(
  (cluster) => {
    const { port, pid, guardianPid } = cluster;
    process.on('SIGTERM', () => cluster.stop().then(() => process.exit(0)));
    console.log(JSON.stringify({ port, pid, guardianPid, uid: process.getuid(), url: cluster.url('held') }));
    setInterval(() => undefined, 60_000);
  },
  (error) => {
    console.error(error.message);
    process.exit(1);
  },
);
