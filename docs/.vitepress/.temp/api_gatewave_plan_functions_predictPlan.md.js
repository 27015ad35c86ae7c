import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: predictPlan()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/plan/functions/predictPlan.md","filePath":"api/gatewave/plan/functions/predictPlan.md"}');
const _sfc_main = { name: "api/gatewave/plan/functions/predictPlan.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-predictplan" tabindex="-1">Function: predictPlan() <a class="header-anchor" href="#function-predictplan" aria-label="Permalink to &quot;Function: predictPlan()&quot;">​</a></h1><blockquote><p><strong>predictPlan</strong>(<code>plan</code>, <code>device</code>): <a href="./../interfaces/PlanPrediction.html"><code>PlanPrediction</code></a></p></blockquote><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="plan" tabindex="-1">plan <a class="header-anchor" href="#plan" aria-label="Permalink to &quot;plan&quot;">​</a></h3><p><a href="./../interfaces/Plan.html"><code>Plan</code></a></p><h3 id="device" tabindex="-1">device <a class="header-anchor" href="#device" aria-label="Permalink to &quot;device&quot;">​</a></h3><p><a href="./../interfaces/DeviceModel.html"><code>DeviceModel</code></a></p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><a href="./../interfaces/PlanPrediction.html"><code>PlanPrediction</code></a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/plan/functions/predictPlan.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const predictPlan = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  predictPlan as default
};
