import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: lstmStep()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/functions/lstmStep.md","filePath":"api/gatewave/functions/lstmStep.md"}');
const _sfc_main = { name: "api/gatewave/functions/lstmStep.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-lstmstep" tabindex="-1">Function: lstmStep() <a class="header-anchor" href="#function-lstmstep" aria-label="Permalink to &quot;Function: lstmStep()&quot;">​</a></h1><blockquote><p><strong>lstmStep</strong>(<code>x</code>, <code>state</code>, <code>weights</code>, <code>options?</code>): <code>object</code></p></blockquote><p>One step of an LSTM: both products, bias, gates and state in one kernel. For streams, and for loops over time of your own.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="x" tabindex="-1">x <a class="header-anchor" href="#x" aria-label="Permalink to &quot;x&quot;">​</a></h3><p><code>Tensor</code></p><p>[batch, inputDim]</p><h3 id="state" tabindex="-1">state <a class="header-anchor" href="#state" aria-label="Permalink to &quot;state&quot;">​</a></h3><p><a href="./../interfaces/LSTMState.html"><code>LSTMState</code></a></p><p>h and c [batch, units]</p><h3 id="weights" tabindex="-1">weights <a class="header-anchor" href="#weights" aria-label="Permalink to &quot;weights&quot;">​</a></h3><p><code>CellWeights</code></p><h3 id="options" tabindex="-1">options? <a class="header-anchor" href="#options" aria-label="Permalink to &quot;options?&quot;">​</a></h3><p><code>CellOptions</code> = <code>{}</code></p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><code>object</code></p><p>the state after the step; h is also the step&#39;s output</p><h3 id="c" tabindex="-1">c <a class="header-anchor" href="#c" aria-label="Permalink to &quot;c&quot;">​</a></h3><blockquote><p><strong>c</strong>: <code>Tensor2D</code></p></blockquote><h3 id="h" tabindex="-1">h <a class="header-anchor" href="#h" aria-label="Permalink to &quot;h&quot;">​</a></h3><blockquote><p><strong>h</strong>: <code>Tensor2D</code></p></blockquote><h2 id="throws" tabindex="-1">Throws <a class="header-anchor" href="#throws" aria-label="Permalink to &quot;Throws&quot;">​</a></h2><p>Error naming the tensor whose shape or type does not fit</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/functions/lstmStep.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const lstmStep = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  lstmStep as default
};
