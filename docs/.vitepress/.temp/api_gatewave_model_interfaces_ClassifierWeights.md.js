import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ClassifierWeights","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/model/interfaces/ClassifierWeights.md","filePath":"api/gatewave/model/interfaces/ClassifierWeights.md"}');
const _sfc_main = { name: "api/gatewave/model/interfaces/ClassifierWeights.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-classifierweights" tabindex="-1">Interface: ClassifierWeights <a class="header-anchor" href="#interface-classifierweights" aria-label="Permalink to &quot;Interface: ClassifierWeights&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><h3 id="notes" tabindex="-1">notes <a class="header-anchor" href="#notes" aria-label="Permalink to &quot;notes&quot;">​</a></h3><blockquote><p><strong>notes</strong>: <code>string</code>[]</p></blockquote><p>What was assumed, in sentences.</p><hr><h3 id="sizes" tabindex="-1">sizes <a class="header-anchor" href="#sizes" aria-label="Permalink to &quot;sizes&quot;">​</a></h3><blockquote><p><strong>sizes</strong>: <a href="./ClassifierSizes.html"><code>ClassifierSizes</code></a></p></blockquote><hr><h3 id="values" tabindex="-1">values <a class="header-anchor" href="#values" aria-label="Permalink to &quot;values&quot;">​</a></h3><blockquote><p><strong>values</strong>: <a href="./../type-aliases/WeightValues.html"><code>WeightValues</code></a></p></blockquote></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/model/interfaces/ClassifierWeights.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ClassifierWeights = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ClassifierWeights as default
};
