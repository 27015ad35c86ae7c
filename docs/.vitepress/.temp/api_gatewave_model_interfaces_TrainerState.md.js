import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: TrainerState","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/model/interfaces/TrainerState.md","filePath":"api/gatewave/model/interfaces/TrainerState.md"}');
const _sfc_main = { name: "api/gatewave/model/interfaces/TrainerState.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-trainerstate" tabindex="-1">Interface: TrainerState <a class="header-anchor" href="#interface-trainerstate" aria-label="Permalink to &quot;Interface: TrainerState&quot;">​</a></h1><p>Everything a run needs to continue exactly as it would have: a plain value that structured clone can carry, on no device. It is valid for the same recipe and the same data only.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><h3 id="bestweights" tabindex="-1">bestWeights <a class="header-anchor" href="#bestweights" aria-label="Permalink to &quot;bestWeights&quot;">​</a></h3><blockquote><p><strong>bestWeights</strong>: <a href="./../type-aliases/WeightValues.html"><code>WeightValues</code></a> | <code>null</code></p></blockquote><p>The weights of the best epoch.</p><hr><h3 id="moments" tabindex="-1">moments <a class="header-anchor" href="#moments" aria-label="Permalink to &quot;moments&quot;">​</a></h3><blockquote><p><strong>moments</strong>: <code>object</code></p></blockquote><h4 id="m" tabindex="-1">m <a class="header-anchor" href="#m" aria-label="Permalink to &quot;m&quot;">​</a></h4><blockquote><p><strong>m</strong>: <code>Float32Array</code></p></blockquote><h4 id="v" tabindex="-1">v <a class="header-anchor" href="#v" aria-label="Permalink to &quot;v&quot;">​</a></h4><blockquote><p><strong>v</strong>: <code>Float32Array</code></p></blockquote><hr><h3 id="numbers" tabindex="-1">numbers <a class="header-anchor" href="#numbers" aria-label="Permalink to &quot;numbers&quot;">​</a></h3><blockquote><p><strong>numbers</strong>: <code>StepNumbers</code></p></blockquote><p>Loss and accuracy of the current epoch&#39;s steps.</p><hr><h3 id="position" tabindex="-1">position <a class="header-anchor" href="#position" aria-label="Permalink to &quot;position&quot;">​</a></h3><blockquote><p><strong>position</strong>: <a href="./Position.html"><code>Position</code></a></p></blockquote><hr><h3 id="random" tabindex="-1">random <a class="header-anchor" href="#random" aria-label="Permalink to &quot;random&quot;">​</a></h3><blockquote><p><strong>random</strong>: <a href="./../../data/type-aliases/RandomState.html"><code>RandomState</code></a></p></blockquote><hr><h3 id="weights" tabindex="-1">weights <a class="header-anchor" href="#weights" aria-label="Permalink to &quot;weights&quot;">​</a></h3><blockquote><p><strong>weights</strong>: <a href="./../type-aliases/WeightValues.html"><code>WeightValues</code></a></p></blockquote></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/model/interfaces/TrainerState.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const TrainerState = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  TrainerState as default
};
