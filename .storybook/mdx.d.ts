declare module '*.mdx' {
  /** A page of documentation, as Storybook's builder makes it. */
  const page: unknown;
  export default page;
}
