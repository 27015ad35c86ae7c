import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: gruStep()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/functions/gruStep.md","filePath":"api/gatewave/functions/gruStep.md"}');
const _sfc_main = { name: "api/gatewave/functions/gruStep.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-grustep" tabindex="-1">Function: gruStep() <a class="header-anchor" href="#function-grustep" aria-label="Permalink to &quot;Function: gruStep()&quot;">​</a></h1><blockquote><p><strong>gruStep</strong>(<code>x</code>, <code>h</code>, <code>weights</code>, <code>options?</code>): <code>Tensor2D</code></p></blockquote><p>One step of a GRU: both products, biases, gates and state in one kernel. For streams, and for loops over time of your own.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="x" tabindex="-1">x <a class="header-anchor" href="#x" aria-label="Permalink to &quot;x&quot;">​</a></h3><p><code>Tensor</code></p><p>[batch, inputDim]</p><h3 id="h" tabindex="-1">h <a class="header-anchor" href="#h" aria-label="Permalink to &quot;h&quot;">​</a></h3><p><code>Tensor</code></p><p>the state before the step, [batch, units]</p><h3 id="weights" tabindex="-1">weights <a class="header-anchor" href="#weights" aria-label="Permalink to &quot;weights&quot;">​</a></h3><p><code>CellWeights</code></p><h3 id="options" tabindex="-1">options? <a class="header-anchor" href="#options" aria-label="Permalink to &quot;options?&quot;">​</a></h3><p><a href="./../interfaces/GRUStepOptions.html"><code>GRUStepOptions</code></a> = <code>{}</code></p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><code>Tensor2D</code></p><p>the state after the step, [batch, units], which is also the step&#39;s output</p><h2 id="throws" tabindex="-1">Throws <a class="header-anchor" href="#throws" aria-label="Permalink to &quot;Throws&quot;">​</a></h2><p>Error naming the tensor whose shape or type does not fit</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/functions/gruStep.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const gruStep = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  gruStep as default
};
