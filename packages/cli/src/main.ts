// Placeholder: the commands will stand here.
console.log(`anpo (Node.js ${process.version})`);
