// Counts one run of the Test command: node count.mjs OUTPUT VITEST-REPORT EXIT-STATUS
// npm announces every script it starts ("> anpo@0.1.0 lint"). A script that another one follows has passed,
// because the command stops at the first failure; the last one has passed if the command did.
import { existsSync, readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

const [outputFile, reportFile, statusText] = process.argv.slice(2);
const succeeded = statusText === '0';

// These start other scripts or are counted test by test.
const notAnItem = new Set(['test', 'test:unit']);
const output = stripVTControlCharacters(readFileSync(outputFile, 'utf8'));
const started = [...output.matchAll(/^> anpo@\S+ (\S+)$/gm)].map((match) => match[1]);
const items = started.filter((name) => !notAnItem.has(name));
let failed = !succeeded && items.length > 0 && items.at(-1) === started.at(-1) ? 1 : 0;
let passed = items.length - failed;

if (existsSync(reportFile)) {
  const report = JSON.parse(readFileSync(reportFile, 'utf8'));
  passed += report.numPassedTests;
  failed += report.numFailedTests;
  // A file that breaks before its first test counts as one failure.
  failed += report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
} else if (succeeded) {
  console.error('The Test command succeeded without a vitest report.');
  failed += 1;
}

// Whatever made the command fail outside of these (npm ci, an unhandled error) is one failure.
if (!succeeded && failed === 0) failed = 1;

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
