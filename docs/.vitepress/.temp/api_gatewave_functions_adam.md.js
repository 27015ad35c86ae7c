import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: adam()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/functions/adam.md","filePath":"api/gatewave/functions/adam.md"}');
const _sfc_main = { name: "api/gatewave/functions/adam.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-adam" tabindex="-1">Function: adam() <a class="header-anchor" href="#function-adam" aria-label="Permalink to &quot;Function: adam()&quot;">​</a></h1><blockquote><p><strong>adam</strong>(<code>__namedParameters</code>, <code>settings</code>): <code>object</code></p></blockquote><p>One step of Adam (Kingma &amp; Ba 2015) for all parameters, after the gradients have been scaled down so that their global norm does not exceed <code>clipNorm</code>; both as torch computes them (<code>Adam</code>, <code>clip_grad_norm_</code>):</p><pre><code>g ← g · min(1, clipNorm / (‖all g‖₂ + 1e-6))
m ← β₁ m + (1−β₁) g     v ← β₂ v + (1−β₂) g²
p ← p − learningRate · m/(1−β₁ᵗ) / (√(v/(1−β₂ᵗ)) + ε)        t = step
</code></pre><p>Pure: nothing is changed in place; the caller assigns the new tensors and disposes the old ones.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="namedparameters" tabindex="-1">__namedParameters <a class="header-anchor" href="#namedparameters" aria-label="Permalink to &quot;\\_\\_namedParameters&quot;">​</a></h3><p><a href="./../interfaces/AdamState.html"><code>AdamState</code></a></p><h3 id="settings" tabindex="-1">settings <a class="header-anchor" href="#settings" aria-label="Permalink to &quot;settings&quot;">​</a></h3><p><a href="./../type-aliases/AdamSettings.html"><code>AdamSettings</code></a></p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><code>object</code></p><p>new parameters and moments, and the global norm before clipping</p><h3 id="gradientnorm" tabindex="-1">gradientNorm <a class="header-anchor" href="#gradientnorm" aria-label="Permalink to &quot;gradientNorm&quot;">​</a></h3><blockquote><p><strong>gradientNorm</strong>: <code>Scalar</code></p></blockquote><h3 id="moments" tabindex="-1">moments <a class="header-anchor" href="#moments" aria-label="Permalink to &quot;moments&quot;">​</a></h3><blockquote><p><strong>moments</strong>: <a href="./../interfaces/AdamMoments.html"><code>AdamMoments</code></a></p></blockquote><h3 id="parameters-1" tabindex="-1">parameters <a class="header-anchor" href="#parameters-1" aria-label="Permalink to &quot;parameters&quot;">​</a></h3><blockquote><p><strong>parameters</strong>: <code>Tensor</code>&lt;<code>Rank</code>&gt;[]</p></blockquote><h2 id="throws" tabindex="-1">Throws <a class="header-anchor" href="#throws" aria-label="Permalink to &quot;Throws&quot;">​</a></h2><p>Error naming the tensor or setting that does not fit</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/functions/adam.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const adam = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  adam as default
};
