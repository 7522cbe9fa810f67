// Prints `N passed, N failed` from a report that vitest's JSON reporter wrote. A file that could not be
// loaded counts as one failed test. Fails when a test failed or was skipped, or when none ran.
import { readFileSync } from 'node:fs';

const text = readFileSync(process.argv[2], 'utf8');
const {
  numPassedTests = 0,
  numFailedTests = 0,
  numPendingTests = 0,
  numTodoTests = 0,
  testResults = [],
} = text === '' ? {} : JSON.parse(text);
const unloaded = testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0).length;
const failed = numFailedTests + unloaded;
const skipped = numPendingTests + numTodoTests;

if (skipped > 0) console.error(`${skipped} skipped: every test has to run here.`);
if (numPassedTests + failed === 0) console.error('No test ran.');
console.log(`${numPassedTests} passed, ${failed} failed`);
process.exitCode = numPassedTests > 0 && failed + skipped === 0 ? 0 : 1;
