import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Chain","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/plan/interfaces/Chain.md","filePath":"api/gatewave/plan/interfaces/Chain.md"}');
const _sfc_main = { name: "api/gatewave/plan/interfaces/Chain.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-chain" tabindex="-1">Interface: Chain <a class="header-anchor" href="#interface-chain" aria-label="Permalink to &quot;Interface: Chain&quot;">​</a></h1><p>What one invocation waits for, besides its arithmetic: see <code>cost-model.ts</code>. By default, it has no barrier, reads each of its bytes once, four at a time, and shares them with nobody.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><h3 id="barriers" tabindex="-1">barriers <a class="header-anchor" href="#barriers" aria-label="Permalink to &quot;barriers&quot;">​</a></h3><blockquote><p><strong>barriers</strong>: <code>number</code></p></blockquote><p>Workgroup barriers.</p><hr><h3 id="distinctbytes" tabindex="-1">distinctBytes? <a class="header-anchor" href="#distinctbytes" aria-label="Permalink to &quot;distinctBytes?&quot;">​</a></h3><blockquote><p><code>optional</code> <strong>distinctBytes?</strong>: <code>number</code></p></blockquote><p>Different bytes that all invocations touch, where they read some of <code>Cost.bytes</code> more than once.</p><hr><h3 id="loads" tabindex="-1">loads <a class="header-anchor" href="#loads" aria-label="Permalink to &quot;loads&quot;">​</a></h3><blockquote><p><strong>loads</strong>: <code>number</code></p></blockquote><p>Loads from buffers and from workgroup memory.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/plan/interfaces/Chain.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Chain = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Chain as default
};
