import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: classifierOfLayers()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/model/functions/classifierOfLayers.md","filePath":"api/gatewave/model/functions/classifierOfLayers.md"}');
const _sfc_main = { name: "api/gatewave/model/functions/classifierOfLayers.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-classifieroflayers" tabindex="-1">Function: classifierOfLayers() <a class="header-anchor" href="#function-classifieroflayers" aria-label="Permalink to &quot;Function: classifierOfLayers()&quot;">​</a></h1><blockquote><p><strong>classifierOfLayers</strong>(<code>layers</code>): <a href="./../interfaces/ClassifierWeights.html"><code>ClassifierWeights</code></a></p></blockquote><p>Reads a classifier&#39;s weights out of the layers of a Keras or tf.js model.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="layers" tabindex="-1">layers <a class="header-anchor" href="#layers" aria-label="Permalink to &quot;layers&quot;">​</a></h3><p>readonly <a href="./../interfaces/KerasLayer.html"><code>KerasLayer</code></a>[]</p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><a href="./../interfaces/ClassifierWeights.html"><code>ClassifierWeights</code></a></p><h2 id="throws" tabindex="-1">Throws <a class="header-anchor" href="#throws" aria-label="Permalink to &quot;Throws&quot;">​</a></h2><p>WeightsError when the model has other layers, or computes something else with them.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/model/functions/classifierOfLayers.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const classifierOfLayers = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  classifierOfLayers as default
};
