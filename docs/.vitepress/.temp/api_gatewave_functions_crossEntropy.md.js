import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: crossEntropy()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/functions/crossEntropy.md","filePath":"api/gatewave/functions/crossEntropy.md"}');
const _sfc_main = { name: "api/gatewave/functions/crossEntropy.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-crossentropy" tabindex="-1">Function: crossEntropy() <a class="header-anchor" href="#function-crossentropy" aria-label="Permalink to &quot;Function: crossEntropy()&quot;">​</a></h1><blockquote><p><strong>crossEntropy</strong>(<code>logits</code>, <code>labels</code>): <code>object</code></p></blockquote><p>Cross-entropy of logits with class labels, and the share of rows classified right, both means over the batch.</p><pre><code>1 logit a row:  −log σ(z) for label 1, −log(1 − σ(z)) for label 0; class 1 is predicted where z &gt; 0
K ≥ 2 logits:   −log softmax(z)[label]; the first of the largest logits is predicted
</code></pre><p>Differentiable in <code>logits</code> through <code>loss</code>; the accuracy is a step function and has gradient 0.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="logits" tabindex="-1">logits <a class="header-anchor" href="#logits" aria-label="Permalink to &quot;logits&quot;">​</a></h3><p><code>Tensor</code></p><p>[batch, K]</p><h3 id="labels" tabindex="-1">labels <a class="header-anchor" href="#labels" aria-label="Permalink to &quot;labels&quot;">​</a></h3><p><code>Tensor</code></p><p>[batch] int32, 0 ≤ label &lt; max(K, 2); the CPU backend checks the values, a GPU cannot</p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><code>object</code></p><h3 id="accuracy" tabindex="-1">accuracy <a class="header-anchor" href="#accuracy" aria-label="Permalink to &quot;accuracy&quot;">​</a></h3><blockquote><p><strong>accuracy</strong>: <code>Scalar</code></p></blockquote><h3 id="loss" tabindex="-1">loss <a class="header-anchor" href="#loss" aria-label="Permalink to &quot;loss&quot;">​</a></h3><blockquote><p><strong>loss</strong>: <code>Scalar</code></p></blockquote><h2 id="throws" tabindex="-1">Throws <a class="header-anchor" href="#throws" aria-label="Permalink to &quot;Throws&quot;">​</a></h2><p>Error naming the tensor whose shape or type does not fit</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/functions/crossEntropy.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const crossEntropy = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  crossEntropy as default
};
