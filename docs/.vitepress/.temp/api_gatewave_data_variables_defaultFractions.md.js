import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Variable: defaultFractions","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/data/variables/defaultFractions.md","filePath":"api/gatewave/data/variables/defaultFractions.md"}');
const _sfc_main = { name: "api/gatewave/data/variables/defaultFractions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="variable-defaultfractions" tabindex="-1">Variable: defaultFractions <a class="header-anchor" href="#variable-defaultfractions" aria-label="Permalink to &quot;Variable: defaultFractions&quot;">​</a></h1><blockquote><p><code>const</code> <strong>defaultFractions</strong>: <code>object</code></p></blockquote><p>The article&#39;s split: 70 % for training, 10 % for validation, 20 % for testing.</p><h2 id="type-declaration" tabindex="-1">Type Declaration <a class="header-anchor" href="#type-declaration" aria-label="Permalink to &quot;Type Declaration&quot;">​</a></h2><h3 id="test" tabindex="-1">test <a class="header-anchor" href="#test" aria-label="Permalink to &quot;test&quot;">​</a></h3><blockquote><p><strong>test</strong>: <code>number</code> = <code>0.2</code></p></blockquote><h3 id="validation" tabindex="-1">validation <a class="header-anchor" href="#validation" aria-label="Permalink to &quot;validation&quot;">​</a></h3><blockquote><p><strong>validation</strong>: <code>number</code> = <code>0.1</code></p></blockquote></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/data/variables/defaultFractions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const defaultFractions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  defaultFractions as default
};
