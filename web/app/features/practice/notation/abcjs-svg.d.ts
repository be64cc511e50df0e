declare module "abcjs/src/write/svg" {
  const Svg: { prototype: { insertStyles: (styles: string) => void } };
  export default Svg;
}
