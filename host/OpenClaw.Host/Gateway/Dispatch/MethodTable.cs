using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using OpenClaw.Host.Rpc;
using OpenClaw.Protocol.Catalog;

namespace OpenClaw.Host.Gateway.Dispatch;

/// <summary>Every method the rooms registered, frozen at start.</summary>
internal sealed class MethodTable
{
    private readonly FrozenDictionary<string, RpcMethod> _methods;

    public MethodTable(IEnumerable<IRpcModule> modules)
    {
        var methods = new RpcMethods();
        foreach (var module in modules)
        {
            module.Register(methods);
        }

        _methods = methods.Freeze();
        foreach (var name in _methods.Keys)
        {
            if (!MethodCatalog.TryGet(name, out _))
            {
                throw new InvalidOperationException(
                    $"The method {name} has no entry in {nameof(MethodCatalog)}: without a declared scope it cannot be served. Add one.");
            }
        }

        Advertised = [.. _methods.Keys.Where(IsAdvertised).Order(StringComparer.Ordinal)];
    }

    /// <summary>What <c>features.methods</c> lists.</summary>
    public ImmutableArray<string> Advertised { get; }

    public bool TryGet(string name, [MaybeNullWhen(false)] out RpcMethod method) => _methods.TryGetValue(name, out method);

    private static bool IsAdvertised(string name) => MethodCatalog.TryGet(name, out var entry) && entry.IsAdvertised;
}
