export const textOf = ({ content }) =>
  typeof content === "string" ? content : content.filter((part) => part.type === "text").map((part) => part.text).join("");
