#!/usr/bin/env node
import { createRequire as edpRequire } from 'node:module'; const require = edpRequire(import.meta.url);
import*as nodeModule from"node:module";var{enableCompileCache}=nodeModule;enableCompileCache?.();var{run}=await import("./chunks/run-NVDVJIDB.js");process.exitCode=await run(process.argv.slice(2),{environment:process.env,cwd:process.cwd(),terminal:{out:line=>process.stdout.write(`${line}
`),error:line=>process.stderr.write(`${line}
`)},generate:async()=>(await import("./chunks/generate-here-BPCTKZPO.js")).generateHere,worker_entry:new URL("./package-worker.js",import.meta.url)});
