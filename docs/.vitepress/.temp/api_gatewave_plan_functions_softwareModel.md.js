import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: softwareModel()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/plan/functions/softwareModel.md","filePath":"api/gatewave/plan/functions/softwareModel.md"}');
const _sfc_main = { name: "api/gatewave/plan/functions/softwareModel.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-softwaremodel" tabindex="-1">Function: softwareModel() <a class="header-anchor" href="#function-softwaremodel" aria-label="Permalink to &quot;Function: softwareModel()&quot;">​</a></h1><blockquote><p><strong>softwareModel</strong>(<code>adapter</code>): <a href="./../interfaces/DeviceModel.html"><code>DeviceModel</code></a></p></blockquote><p>A model to compare measurements with, from measured ceilings: a unit is a core, which runs one workgroup at a time, one vector after the other. The clock is assumed and the lanes follow from the ceiling. A load costs what it takes to gather a vec4 for each lane of a vector, two elements a cycle, and none hides behind another; a barrier&#39;s cost, of saving and restoring what the lanes hold, is assumed.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="adapter" tabindex="-1">adapter <a class="header-anchor" href="#adapter" aria-label="Permalink to &quot;adapter&quot;">​</a></h3><p><a href="./../interfaces/SoftwareAdapter.html"><code>SoftwareAdapter</code></a></p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><a href="./../interfaces/DeviceModel.html"><code>DeviceModel</code></a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/plan/functions/softwareModel.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const softwareModel = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  softwareModel as default
};
