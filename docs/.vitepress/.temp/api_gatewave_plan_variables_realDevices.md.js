import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Variable: realDevices","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/plan/variables/realDevices.md","filePath":"api/gatewave/plan/variables/realDevices.md"}');
const _sfc_main = { name: "api/gatewave/plan/variables/realDevices.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="variable-realdevices" tabindex="-1">Variable: realDevices <a class="header-anchor" href="#variable-realdevices" aria-label="Permalink to &quot;Variable: realDevices&quot;">​</a></h1><blockquote><p><code>const</code> <strong>realDevices</strong>: readonly <code>Hardware</code>[]</p></blockquote></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/plan/variables/realDevices.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const realDevices = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  realDevices as default
};
