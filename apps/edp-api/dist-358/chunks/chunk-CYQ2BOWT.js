import { createRequire as edpRequire } from 'node:module'; const require = edpRequire(import.meta.url);
import{createHash}from"node:crypto";function sha256(content){return createHash("sha256").update(content).digest("hex")}function digestsOf(content){return{sha256:sha256(content),md5:createHash("md5").update(content).digest("hex")}}export{sha256,digestsOf};
