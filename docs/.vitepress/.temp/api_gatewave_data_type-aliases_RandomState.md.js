import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Type Alias: RandomState","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/data/type-aliases/RandomState.md","filePath":"api/gatewave/data/type-aliases/RandomState.md"}');
const _sfc_main = { name: "api/gatewave/data/type-aliases/RandomState.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="type-alias-randomstate" tabindex="-1">Type Alias: RandomState <a class="header-anchor" href="#type-alias-randomstate" aria-label="Permalink to &quot;Type Alias: RandomState&quot;">​</a></h1><blockquote><p><strong>RandomState</strong> = [<code>number</code>, <code>number</code>, <code>number</code>, <code>number</code>]</p></blockquote><p>The whole state of a <a href="./../classes/RandomStream.html">RandomStream</a>: four unsigned 32-bit words. JSON and structured clone keep it exactly.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/data/type-aliases/RandomState.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const RandomState = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  RandomState as default
};
