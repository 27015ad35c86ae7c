import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Variable: defaultSineConfig","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/data/variables/defaultSineConfig.md","filePath":"api/gatewave/data/variables/defaultSineConfig.md"}');
const _sfc_main = { name: "api/gatewave/data/variables/defaultSineConfig.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="variable-defaultsineconfig" tabindex="-1">Variable: defaultSineConfig <a class="header-anchor" href="#variable-defaultsineconfig" aria-label="Permalink to &quot;Variable: defaultSineConfig&quot;">​</a></h1><blockquote><p><code>const</code> <strong>defaultSineConfig</strong>: <a href="./../interfaces/SineConfig.html"><code>SineConfig</code></a></p></blockquote><p>The article&#39;s data task at full size.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/data/variables/defaultSineConfig.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const defaultSineConfig = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  defaultSineConfig as default
};
