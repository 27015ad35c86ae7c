import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: PassTiming","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/plan/interfaces/PassTiming.md","filePath":"api/gatewave/plan/interfaces/PassTiming.md"}');
const _sfc_main = { name: "api/gatewave/plan/interfaces/PassTiming.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-passtiming" tabindex="-1">Interface: PassTiming <a class="header-anchor" href="#interface-passtiming" aria-label="Permalink to &quot;Interface: PassTiming&quot;">​</a></h1><p>One dispatch of a plan.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><h3 id="cost" tabindex="-1">cost <a class="header-anchor" href="#cost" aria-label="Permalink to &quot;cost&quot;">​</a></h3><blockquote><p><strong>cost</strong>: <a href="./Cost.html"><code>Cost</code></a></p></blockquote><hr><h3 id="label" tabindex="-1">label <a class="header-anchor" href="#label" aria-label="Permalink to &quot;label&quot;">​</a></h3><blockquote><p><strong>label</strong>: <code>string</code></p></blockquote><hr><h3 id="milliseconds" tabindex="-1">milliseconds <a class="header-anchor" href="#milliseconds" aria-label="Permalink to &quot;milliseconds&quot;">​</a></h3><blockquote><p><strong>milliseconds</strong>: <code>number</code></p></blockquote><p>Median over the repetitions.</p><hr><h3 id="shader" tabindex="-1">shader <a class="header-anchor" href="#shader" aria-label="Permalink to &quot;shader&quot;">​</a></h3><blockquote><p><strong>shader</strong>: <code>string</code></p></blockquote><hr><h3 id="source" tabindex="-1">source <a class="header-anchor" href="#source" aria-label="Permalink to &quot;source&quot;">​</a></h3><blockquote><p><strong>source</strong>: <code>TimeSource</code></p></blockquote><hr><h3 id="workgroups" tabindex="-1">workgroups <a class="header-anchor" href="#workgroups" aria-label="Permalink to &quot;workgroups&quot;">​</a></h3><blockquote><p><strong>workgroups</strong>: [<code>number</code>, <code>number</code>, <code>number</code>]</p></blockquote></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/plan/interfaces/PassTiming.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const PassTiming = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  PassTiming as default
};
