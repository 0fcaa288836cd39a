// @ts-check
// All that start.js and the search fetch, as one script for pages opened from a disk, where browsers refuse modules.

import "./given.js"
import * as finder from "../finder/index.js"
import { give, open } from "./search.js"
import "../start/index.js"

globalThis.PortalSearch = { give, open }
globalThis.PortalFinder = finder
