import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: TrainingProgress","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/model/interfaces/TrainingProgress.md","filePath":"api/gatewave/model/interfaces/TrainingProgress.md"}');
const _sfc_main = { name: "api/gatewave/model/interfaces/TrainingProgress.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-trainingprogress" tabindex="-1">Interface: TrainingProgress <a class="header-anchor" href="#interface-trainingprogress" aria-label="Permalink to &quot;Interface: TrainingProgress&quot;">​</a></h1><p>Where a run stands.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><h3 id="epoch" tabindex="-1">epoch <a class="header-anchor" href="#epoch" aria-label="Permalink to &quot;epoch&quot;">​</a></h3><blockquote><p><strong>epoch</strong>: <code>number</code></p></blockquote><p>Whole epochs done.</p><hr><h3 id="epochs" tabindex="-1">epochs <a class="header-anchor" href="#epochs" aria-label="Permalink to &quot;epochs&quot;">​</a></h3><blockquote><p><strong>epochs</strong>: <code>number</code></p></blockquote><p>The most epochs that the run can take.</p><hr><h3 id="globalstep" tabindex="-1">globalStep <a class="header-anchor" href="#globalstep" aria-label="Permalink to &quot;globalStep&quot;">​</a></h3><blockquote><p><strong>globalStep</strong>: <code>number</code></p></blockquote><p>Steps done, counted over all epochs.</p><hr><h3 id="stepsperepoch" tabindex="-1">stepsPerEpoch <a class="header-anchor" href="#stepsperepoch" aria-label="Permalink to &quot;stepsPerEpoch&quot;">​</a></h3><blockquote><p><strong>stepsPerEpoch</strong>: <code>number</code></p></blockquote></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/model/interfaces/TrainingProgress.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const TrainingProgress = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  TrainingProgress as default
};
