import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: splitDataset()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/data/functions/splitDataset.md","filePath":"api/gatewave/data/functions/splitDataset.md"}');
const _sfc_main = { name: "api/gatewave/data/functions/splitDataset.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-splitdataset" tabindex="-1">Function: splitDataset() <a class="header-anchor" href="#function-splitdataset" aria-label="Permalink to &quot;Function: splitDataset()&quot;">​</a></h1><blockquote><p><strong>splitDataset</strong>(<code>dataset</code>, <code>seed</code>, <code>fractions?</code>): <a href="./../interfaces/Split.html"><code>Split</code></a></p></blockquote><p>Splits a data set at random, but with each class in proportion in each part (as far as whole series allow). The parts are disjoint and hold every series; the sizes of validation and test are the fractions rounded, at least one series each.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="dataset" tabindex="-1">dataset <a class="header-anchor" href="#dataset" aria-label="Permalink to &quot;dataset&quot;">​</a></h3><p><a href="./../interfaces/Dataset.html"><code>Dataset</code></a></p><h3 id="seed" tabindex="-1">seed <a class="header-anchor" href="#seed" aria-label="Permalink to &quot;seed&quot;">​</a></h3><p><code>number</code></p><h3 id="fractions" tabindex="-1">fractions? <a class="header-anchor" href="#fractions" aria-label="Permalink to &quot;fractions?&quot;">​</a></h3><h4 id="test" tabindex="-1">test <a class="header-anchor" href="#test" aria-label="Permalink to &quot;test&quot;">​</a></h4><p><code>number</code> = <code>0.2</code></p><h4 id="validation" tabindex="-1">validation <a class="header-anchor" href="#validation" aria-label="Permalink to &quot;validation&quot;">​</a></h4><p><code>number</code> = <code>0.1</code></p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><a href="./../interfaces/Split.html"><code>Split</code></a></p><h2 id="throws" tabindex="-1">Throws <a class="header-anchor" href="#throws" aria-label="Permalink to &quot;Throws&quot;">​</a></h2><p>DataError when there are too few series for three parts.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/data/functions/splitDataset.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const splitDataset = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  splitDataset as default
};
