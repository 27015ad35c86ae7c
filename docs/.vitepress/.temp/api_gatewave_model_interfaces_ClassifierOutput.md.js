import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ClassifierOutput","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/model/interfaces/ClassifierOutput.md","filePath":"api/gatewave/model/interfaces/ClassifierOutput.md"}');
const _sfc_main = { name: "api/gatewave/model/interfaces/ClassifierOutput.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-classifieroutput" tabindex="-1">Interface: ClassifierOutput <a class="header-anchor" href="#interface-classifieroutput" aria-label="Permalink to &quot;Interface: ClassifierOutput&quot;">​</a></h1><p>What a classifier predicted for labelled series.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><h3 id="classnames" tabindex="-1">classNames <a class="header-anchor" href="#classnames" aria-label="Permalink to &quot;classNames&quot;">​</a></h3><blockquote><p><strong>classNames</strong>: <code>string</code>[]</p></blockquote><p>Names of the classes, in the order of the label indices.</p><hr><h3 id="labels" tabindex="-1">labels <a class="header-anchor" href="#labels" aria-label="Permalink to &quot;labels&quot;">​</a></h3><blockquote><p><strong>labels</strong>: <code>ArrayLike</code>&lt;<code>number</code>&gt;</p></blockquote><p>[count] true classes.</p><hr><h3 id="probabilities" tabindex="-1">probabilities <a class="header-anchor" href="#probabilities" aria-label="Permalink to &quot;probabilities&quot;">​</a></h3><blockquote><p><strong>probabilities</strong>: <code>ArrayLike</code>&lt;<code>number</code>&gt;</p></blockquote><p>[count, outputs], row-major: with one output the probability of class 1 of two classes, with as many outputs as classes the probability of each.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/model/interfaces/ClassifierOutput.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ClassifierOutput = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ClassifierOutput as default
};
