import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Variable: BYTES_PER_ELEMENT","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/plan/variables/BYTES_PER_ELEMENT.md","filePath":"api/gatewave/plan/variables/BYTES_PER_ELEMENT.md"}');
const _sfc_main = { name: "api/gatewave/plan/variables/BYTES_PER_ELEMENT.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="variable-bytes-per-element" tabindex="-1">Variable: BYTES_PER_ELEMENT <a class="header-anchor" href="#variable-bytes-per-element" aria-label="Permalink to &quot;Variable: BYTES\\_PER\\_ELEMENT&quot;">​</a></h1><blockquote><p><code>const</code> <strong>BYTES_PER_ELEMENT</strong>: <code>4</code> = <code>4</code></p></blockquote></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/plan/variables/BYTES_PER_ELEMENT.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const BYTES_PER_ELEMENT = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  BYTES_PER_ELEMENT as default
};
