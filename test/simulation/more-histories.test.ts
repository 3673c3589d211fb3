import { worlds } from "../../local/simulation/worlds/index.ts";
import { histories } from "./suite.ts";

histories(worlds.filter((_, index) => index % 18 === 9));
