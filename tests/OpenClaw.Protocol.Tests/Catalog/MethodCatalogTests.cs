using System.Reflection;
using System.Text.Json;
using OpenClaw.Protocol.Catalog;
using OpenClaw.Protocol.Tests.Golden;

namespace OpenClaw.Protocol.Tests.Catalog;

public sealed class MethodCatalogTests
{
    [Fact]
    public void Every_named_method_is_in_the_catalog() =>
        Assert.All(Constants(typeof(MethodNames)), name => Assert.True(MethodCatalog.TryGet(name, out _), name));

    [Theory]
    [InlineData("connect-ok-token-cli.jsonl")]
    [InlineData("v3-connect-ok-token.jsonl")]
    public void Every_advertised_name_of_a_recorded_gateway_is_known(string file)
    {
        var features = Features(file);
        var methods = Names(features, "methods").Where(name => !name.StartsWith('(')).ToList();

        Assert.True(methods.Count > 80);
        Assert.All(methods, name => Assert.True(MethodCatalog.TryGet(name, out var entry) && entry.IsAdvertised, name));
    }

    [Fact]
    public void Every_refusal_for_a_missing_scope_is_repeated()
    {
        var refusals = GoldenRecordings.Exchanges
            .Where(exchange => exchange.Response.Frame.TryGetProperty("error", out var error)
                && error.TryGetProperty("details", out var details)
                && details.TryGetProperty("missingScope", out _))
            .ToList();

        Assert.True(refusals.Count >= 10);
        Assert.All(refusals, exchange =>
        {
            exchange.Request.Frame.TryGetProperty("params", out var parameters);
            var required = MethodCatalog.RequiredScopes(exchange.Method, parameters);
            var error = exchange.Response.Frame.GetProperty("error");
            var missing = error.GetProperty("details").GetProperty("missingScope").GetString()!;
            var ours = ErrorShape.MissingScope(missing, required);
            var written = JsonSerializer.SerializeToElement(ours, ProtocolJsonContext.Default.ErrorShape);
            Assert.Null(JsonComparison.Difference(error, written, nullIsAbsent: false, exchange.Method));
        });
    }

    [Fact]
    public void Protocol_3_refuses_a_missing_scope_as_an_invalid_request() =>
        Assert.Equal(ErrorCodes.InvalidRequest, ErrorShape.MissingScope(OperatorScopes.Admin, ProtocolVersions.V3).Code);

    [Theory]
    [InlineData("health", null)]
    [InlineData("chat.send", OperatorScopes.Write)]
    [InlineData("config.get", OperatorScopes.Read)]
    [InlineData("config.patch", OperatorScopes.Admin)]
    [InlineData("device.pair.list", OperatorScopes.Pairing)]
    [InlineData("no.such.method", OperatorScopes.Admin)]
    public void A_method_has_a_least_scope(string method, string? expected) => Assert.Equal(expected, MethodCatalog.LeastScope(method));

    [Theory]
    [InlineData("agent", """{"message":"/new"}""", OperatorScopes.Admin)]
    [InlineData("agent", """{"message":" /RESET now"}""", OperatorScopes.Admin)]
    [InlineData("agent", """{"message":"/newspaper"}""", OperatorScopes.Write)]
    [InlineData("sessions.delete", """{"key":"k"}""", OperatorScopes.Admin)]
    [InlineData("sessions.delete", """{"key":"k","archivedOnly":true}""", OperatorScopes.Write)]
    [InlineData("sessions.delete", """{"key":"k","archivedOnly":"true"}""", OperatorScopes.Admin)]
    [InlineData("sessions.delete", "[]", OperatorScopes.Admin)]
    [InlineData("sessions.patch", """{"key":"k","label":"x","expectedSessionId":"s"}""", OperatorScopes.Write)]
    [InlineData("sessions.patch", """{"key":"k","label":"x","execHost":"y"}""", OperatorScopes.Admin)]
    [InlineData("sessions.patch", """{"key":"k","permissionMode":"full"}""", OperatorScopes.Admin)]
    [InlineData("sessions.create", """{"incognito":true}""", OperatorScopes.Admin)]
    [InlineData("node.invoke", """{"command":"fs.listDir"}""", OperatorScopes.Admin)]
    [InlineData("node.invoke", """{"command":"system.notify"}""", OperatorScopes.Write)]
    public void Some_parameters_need_a_wider_scope(string method, string parameters, string expected) =>
        Assert.Equal([expected], MethodCatalog.RequiredScopes(method, JsonElement.Parse(parameters)).ToArray());

    [Theory]
    [InlineData("health", Roles.Node, true)]
    [InlineData("health", Roles.Operator, true)]
    [InlineData("node.event", Roles.Node, true)]
    [InlineData("node.event", Roles.Operator, false)]
    [InlineData("chat.send", Roles.Node, false)]
    [InlineData("no.such.method", Roles.Node, false)]
    public void Roles_have_methods_of_their_own(string method, string role, bool expected) =>
        Assert.Equal(expected, MethodCatalog.IsAllowedFor(role, method));

    [Fact]
    public void The_whole_of_both_generations_is_listed()
    {
        // 491 of the reference, and eight of ours.
        Assert.Equal(499, MethodCatalog.All.Length);
        Assert.Equal(89, MethodCatalog.All.Count(entry => entry.Since == ProtocolVersions.V3));
    }

    internal static IEnumerable<string> Constants(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetValue(null)!);

    internal static JsonElement Features(string file) => GoldenRecordings.ServerFrames
        .First(entry => entry.File == file && entry.Frame.TryGetProperty("payload", out var payload) && payload.TryGetProperty("features", out _))
        .Frame.GetProperty("payload").GetProperty("features");

    internal static IEnumerable<string> Names(JsonElement features, string what) =>
        features.GetProperty(what).EnumerateArray().Select(name => name.GetString()!);
}
