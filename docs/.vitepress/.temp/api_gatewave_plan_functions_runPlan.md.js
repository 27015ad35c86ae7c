import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: runPlan()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/plan/functions/runPlan.md","filePath":"api/gatewave/plan/functions/runPlan.md"}');
const _sfc_main = { name: "api/gatewave/plan/functions/runPlan.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-runplan" tabindex="-1">Function: runPlan() <a class="header-anchor" href="#function-runplan" aria-label="Permalink to &quot;Function: runPlan()&quot;">​</a></h1><blockquote><p><strong>runPlan</strong>(<code>backend</code>, <code>plan</code>, <code>inputs</code>): <code>TensorInfo</code>[]</p></blockquote><p>Runs a plan on the backend&#39;s device and returns its outputs in the plan&#39;s order.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="backend" tabindex="-1">backend <a class="header-anchor" href="#backend" aria-label="Permalink to &quot;backend&quot;">​</a></h3><p><code>WebGPUBackend</code></p><h3 id="plan" tabindex="-1">plan <a class="header-anchor" href="#plan" aria-label="Permalink to &quot;plan&quot;">​</a></h3><p><a href="./../interfaces/Plan.html"><code>Plan</code></a></p><h3 id="inputs" tabindex="-1">inputs <a class="header-anchor" href="#inputs" aria-label="Permalink to &quot;inputs&quot;">​</a></h3><p><code>Record</code>&lt;<code>string</code>, <code>TensorInfo</code>&gt;</p><p>the tensors that the plan&#39;s bindings name, besides its outputs and scratch buffers.</p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><code>TensorInfo</code>[]</p><h2 id="throws" tabindex="-1">Throws <a class="header-anchor" href="#throws" aria-label="Permalink to &quot;Throws&quot;">​</a></h2><p>Error when a buffer of the plan is larger than the device allows, before anything is allocated.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/plan/functions/runPlan.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const runPlan = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  runPlan as default
};
