import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Type Alias: CompleteConfig","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/data/type-aliases/CompleteConfig.md","filePath":"api/gatewave/data/type-aliases/CompleteConfig.md"}');
const _sfc_main = { name: "api/gatewave/data/type-aliases/CompleteConfig.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="type-alias-completeconfig" tabindex="-1">Type Alias: CompleteConfig <a class="header-anchor" href="#type-alias-completeconfig" aria-label="Permalink to &quot;Type Alias: CompleteConfig&quot;">​</a></h1><blockquote><p><strong>CompleteConfig</strong> = <code>Required</code>&lt;<a href="./../interfaces/RunConfig.html"><code>RunConfig</code></a>&gt;</p></blockquote><p>A configuration with every key set, so that a later change to a recipe or a default cannot alter it.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/data/type-aliases/CompleteConfig.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const CompleteConfig = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  CompleteConfig as default
};
