import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: measurePlan()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/plan/functions/measurePlan.md","filePath":"api/gatewave/plan/functions/measurePlan.md"}');
const _sfc_main = { name: "api/gatewave/plan/functions/measurePlan.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-measureplan" tabindex="-1">Function: measurePlan() <a class="header-anchor" href="#function-measureplan" aria-label="Permalink to &quot;Function: measurePlan()&quot;">​</a></h1><blockquote><p><strong>measurePlan</strong>(<code>device</code>, <code>plan</code>, <code>inputs</code>, <code>options?</code>): <code>Promise</code>&lt;<a href="./../interfaces/PassTiming.html"><code>PassTiming</code></a>[]&gt;</p></blockquote><p>Times every dispatch of a plan. Each repetition runs the plan from its start, and each dispatch as often in a row as it takes to be measurable, so a pass that continues from its own result does so only within a repetition.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="device" tabindex="-1">device <a class="header-anchor" href="#device" aria-label="Permalink to &quot;device&quot;">​</a></h3><p><code>GPUDevice</code></p><h3 id="plan" tabindex="-1">plan <a class="header-anchor" href="#plan" aria-label="Permalink to &quot;plan&quot;">​</a></h3><p><a href="./../interfaces/Plan.html"><code>Plan</code></a></p><h3 id="inputs" tabindex="-1">inputs <a class="header-anchor" href="#inputs" aria-label="Permalink to &quot;inputs&quot;">​</a></h3><p>readonly <a href="./../interfaces/InputSpec.html"><code>InputSpec</code></a>[]</p><p>the plan&#39;s, in any order; they are filled with numbers that are the same each time.</p><h3 id="options" tabindex="-1">options? <a class="header-anchor" href="#options" aria-label="Permalink to &quot;options?&quot;">​</a></h3><p><a href="./../interfaces/MeasureOptions.html"><code>MeasureOptions</code></a> = <code>{}</code></p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><code>Promise</code>&lt;<a href="./../interfaces/PassTiming.html"><code>PassTiming</code></a>[]&gt;</p><h2 id="throws" tabindex="-1">Throws <a class="header-anchor" href="#throws" aria-label="Permalink to &quot;Throws&quot;">​</a></h2><p>Error when the plan does not fit the device, on any WebGPU error, and when the device is lost.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/plan/functions/measurePlan.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const measurePlan = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  measurePlan as default
};
