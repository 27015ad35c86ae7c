import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: initialWeights()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/model/functions/initialWeights.md","filePath":"api/gatewave/model/functions/initialWeights.md"}');
const _sfc_main = { name: "api/gatewave/model/functions/initialWeights.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-initialweights" tabindex="-1">Function: initialWeights() <a class="header-anchor" href="#function-initialweights" aria-label="Permalink to &quot;Function: initialWeights()&quot;">​</a></h1><blockquote><p><strong>initialWeights</strong>(<code>sizes</code>, <code>initialisation</code>, <code>seed</code>): <a href="./../type-aliases/WeightValues.html"><code>WeightValues</code></a></p></blockquote><p>The weights a seed starts with, the same on every backend (stream &#39;weights&#39; of the seed).</p><p>&#39;torch&#39;: what torch&#39;s modules do by default. nn.LSTM draws everything uniformly within ±1/√units, and its two biases, which act as their sum, are drawn one after the other and added here; nn.Linear draws weight and bias uniformly within ±1/√inputs. &#39;keras&#39;: kernels and query Glorot-uniform, recurrent kernels orthogonal, biases 0 but 1 at the forget gates. &#39;wide&#39;: like torch, but the LSTM&#39;s kernels uniform within ±8/√channels.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="sizes" tabindex="-1">sizes <a class="header-anchor" href="#sizes" aria-label="Permalink to &quot;sizes&quot;">​</a></h3><p><a href="./../interfaces/ClassifierSizes.html"><code>ClassifierSizes</code></a></p><h3 id="initialisation" tabindex="-1">initialisation <a class="header-anchor" href="#initialisation" aria-label="Permalink to &quot;initialisation&quot;">​</a></h3><p><a href="./../type-aliases/Initialisation.html"><code>Initialisation</code></a></p><h3 id="seed" tabindex="-1">seed <a class="header-anchor" href="#seed" aria-label="Permalink to &quot;seed&quot;">​</a></h3><p><code>number</code></p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><a href="./../type-aliases/WeightValues.html"><code>WeightValues</code></a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/model/functions/initialWeights.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const initialWeights = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  initialWeights as default
};
