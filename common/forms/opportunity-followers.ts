import type { Field, FieldSpec } from "../input/fields.ts";
import { isEmpty, textsOf } from "../core/text/values.ts";
import app from "../highlevel.app.ts";
import { formOf } from "../input/choices.ts";
import type { Fields } from "../core/types.ts";
import { dependsOn } from "../dropdowns/dropdown.ts";

/** Spread into the upsert: who follows. */
export const followerFields = {
  followers: {
    propDefinition: [app, "userId", dependsOn("locationId")],
    type: "string[]",
    label: "Followers",
    description: "Users to add or remove as followers of the opportunity. Choose them, or type IDs",
    optional: true,
  },
  followersActionType: {
    type: "string",
    label: "Followers: Add or Remove",
    description: "What to do with the users in Followers. Leave it empty to add them",
    options: ["add", "remove"],
    optional: true,
  },
  isRemoveAllFollowers: {
    type: "boolean",
    label: "Remove All Followers",
    description: "Remove every follower of the opportunity",
    optional: true,
  },
};

export const followerForm = formOf(followerFields);

/** HighLevel wants the three fields together or none of them: sent alone, they would touch followers that nobody meant. */
const together = (name: keyof typeof followerFields, value: (props: Fields) => unknown): FieldSpec => ({
  name,
  props: Object.keys(followerFields),
  read: ({ props }) => {
    const used = !isEmpty(props.followers) || props.isRemoveAllFollowers === true;
    return used ? value(props) : undefined;
  },
});

/** What is sent for {@link followerFields}. */
export const followerBody: Field[] = [
  {
    ...together("followers", ({ followers }) => textsOf(followers)),
    rules: [{ fields: ["followers", "isRemoveAllFollowers"], filled: "any", when: [{ field: "followersActionType" }], why: "Followers: Add or Remove needs somebody to add or remove." }],
  },
  together("isRemoveAllFollowers", ({ isRemoveAllFollowers }) => isRemoveAllFollowers === true),
  together("followersActionType", ({ followersActionType }) => followersActionType || "add"),
];

/** For the removal: whether it is of all followers; sent only where it is. */
export const removesAllFollowers: FieldSpec = {
  name: "isRemoveAllFollowers",
  props: ["isRemoveAllFollowers"],
  read: ({ props }) => (props.isRemoveAllFollowers === true ? true : undefined),
};

/** For the removal: the followers named in `userIds`. HighLevel wants the list also where all go. */
export const followersToRemove: FieldSpec = {
  name: "followers",
  props: ["userIds", "isRemoveAllFollowers"],
  rules: [{ fields: ["userIds", "isRemoveAllFollowers"], filled: "any", why: "They say whom to remove." }],
  read: ({ props }) => textsOf(props.userIds),
};
