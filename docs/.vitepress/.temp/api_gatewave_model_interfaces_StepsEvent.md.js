import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: StepsEvent","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/model/interfaces/StepsEvent.md","filePath":"api/gatewave/model/interfaces/StepsEvent.md"}');
const _sfc_main = { name: "api/gatewave/model/interfaces/StepsEvent.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-stepsevent" tabindex="-1">Interface: StepsEvent <a class="header-anchor" href="#interface-stepsevent" aria-label="Permalink to &quot;Interface: StepsEvent&quot;">​</a></h1><p>Every few steps: one element per step since the last such event.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><h3 id="accuracy" tabindex="-1">accuracy <a class="header-anchor" href="#accuracy" aria-label="Permalink to &quot;accuracy&quot;">​</a></h3><blockquote><p><strong>accuracy</strong>: <code>number</code>[]</p></blockquote><hr><h3 id="epoch" tabindex="-1">epoch <a class="header-anchor" href="#epoch" aria-label="Permalink to &quot;epoch&quot;">​</a></h3><blockquote><p><strong>epoch</strong>: <code>number</code></p></blockquote><p>1-based.</p><hr><h3 id="globalstep" tabindex="-1">globalStep <a class="header-anchor" href="#globalstep" aria-label="Permalink to &quot;globalStep&quot;">​</a></h3><blockquote><p><strong>globalStep</strong>: <code>number</code></p></blockquote><p>The same, counted over all epochs.</p><hr><h3 id="gradientnorm" tabindex="-1">gradientNorm <a class="header-anchor" href="#gradientnorm" aria-label="Permalink to &quot;gradientNorm&quot;">​</a></h3><blockquote><p><strong>gradientNorm</strong>: <code>number</code>[]</p></blockquote><p>Norm of all gradients together, before clipping.</p><hr><h3 id="loss" tabindex="-1">loss <a class="header-anchor" href="#loss" aria-label="Permalink to &quot;loss&quot;">​</a></h3><blockquote><p><strong>loss</strong>: <code>number</code>[]</p></blockquote><hr><h3 id="seconds" tabindex="-1">seconds <a class="header-anchor" href="#seconds" aria-label="Permalink to &quot;seconds&quot;">​</a></h3><blockquote><p><strong>seconds</strong>: <code>number</code></p></blockquote><p>Since the event before, or since the epoch began. Next to nothing where several groups of steps end at once.</p><hr><h3 id="step" tabindex="-1">step <a class="header-anchor" href="#step" aria-label="Permalink to &quot;step&quot;">​</a></h3><blockquote><p><strong>step</strong>: <code>number</code></p></blockquote><p>The last step reported here: 1-based, within the epoch.</p><hr><h3 id="stepspersecond" tabindex="-1">stepsPerSecond <a class="header-anchor" href="#stepspersecond" aria-label="Permalink to &quot;stepsPerSecond&quot;">​</a></h3><blockquote><p><strong>stepsPerSecond</strong>: <code>number</code></p></blockquote><p>Over the last few seconds.</p><hr><h3 id="type" tabindex="-1">type <a class="header-anchor" href="#type" aria-label="Permalink to &quot;type&quot;">​</a></h3><blockquote><p><strong>type</strong>: <code>&quot;steps&quot;</code></p></blockquote></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/model/interfaces/StepsEvent.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const StepsEvent = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  StepsEvent as default
};
