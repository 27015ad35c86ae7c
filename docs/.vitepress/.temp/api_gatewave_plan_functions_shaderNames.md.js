import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: shaderNames()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/plan/functions/shaderNames.md","filePath":"api/gatewave/plan/functions/shaderNames.md"}');
const _sfc_main = { name: "api/gatewave/plan/functions/shaderNames.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-shadernames" tabindex="-1">Function: shaderNames() <a class="header-anchor" href="#function-shadernames" aria-label="Permalink to &quot;Function: shaderNames()&quot;">​</a></h1><blockquote><p><strong>shaderNames</strong>(): <code>string</code>[]</p></blockquote><p>The shaders, each with an entry point; what they import has none.</p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><code>string</code>[]</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/plan/functions/shaderNames.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const shaderNames = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  shaderNames as default
};
