// npm scripts run on the Node that `npm ci` brings (workspace `runtime/`). Say so when it is missing.
const major = Number(process.versions.node.split('.')[0]);
if (major < 26) {
  console.error(`beatplan needs Node 26 and found ${process.version}. Run "npm ci" first and use the npm scripts.`);
  process.exit(1);
}
