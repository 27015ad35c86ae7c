import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: DeviceDescription","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/model/interfaces/DeviceDescription.md","filePath":"api/gatewave/model/interfaces/DeviceDescription.md"}');
const _sfc_main = { name: "api/gatewave/model/interfaces/DeviceDescription.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-devicedescription" tabindex="-1">Interface: DeviceDescription <a class="header-anchor" href="#interface-devicedescription" aria-label="Permalink to &quot;Interface: DeviceDescription&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><h3 id="adapter" tabindex="-1">adapter <a class="header-anchor" href="#adapter" aria-label="Permalink to &quot;adapter&quot;">​</a></h3><blockquote><p><strong>adapter</strong>: <code>string</code></p></blockquote><p>How the adapter describes itself, e.g. &quot;google swiftshader&quot;; on the CPU &quot;JavaScript&quot;.</p><hr><h3 id="backend" tabindex="-1">backend <a class="header-anchor" href="#backend" aria-label="Permalink to &quot;backend&quot;">​</a></h3><blockquote><p><strong>backend</strong>: <a href="./../type-aliases/BackendName.html"><code>BackendName</code></a></p></blockquote><hr><h3 id="compatibility" tabindex="-1">compatibility <a class="header-anchor" href="#compatibility" aria-label="Permalink to &quot;compatibility&quot;">​</a></h3><blockquote><p><strong>compatibility</strong>: <code>boolean</code></p></blockquote><p>Whether WebGPU runs in compatibility mode.</p><hr><h3 id="fallbackreason" tabindex="-1">fallbackReason? <a class="header-anchor" href="#fallbackreason" aria-label="Permalink to &quot;fallbackReason?&quot;">​</a></h3><blockquote><p><code>optional</code> <strong>fallbackReason?</strong>: <code>string</code></p></blockquote><p>With the choice &#39;auto&#39;: why the CPU is used instead of WebGPU.</p><hr><h3 id="features" tabindex="-1">features <a class="header-anchor" href="#features" aria-label="Permalink to &quot;features&quot;">​</a></h3><blockquote><p><strong>features</strong>: <code>string</code>[]</p></blockquote><hr><h3 id="limits" tabindex="-1">limits <a class="header-anchor" href="#limits" aria-label="Permalink to &quot;limits&quot;">​</a></h3><blockquote><p><strong>limits</strong>: <code>Record</code>&lt;<code>string</code>, <code>number</code>&gt;</p></blockquote></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/model/interfaces/DeviceDescription.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const DeviceDescription = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  DeviceDescription as default
};
