using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using OpenClaw.Abstractions.Tests.ThirdParty;
using OpenClaw.Plugins;

namespace OpenClaw.Abstractions.Tests.Plugins;

public sealed partial class SecretRefTests : IDisposable
{
    private const string Canary = "canary-71f3";
    private readonly StandInHost _host = StandInHost.Load(new LampPlugin());

    [Fact]
    public void A_secret_never_prints()
    {
        var settings = new Settings { Token = SecretRef.FromText(Canary) };

        Assert.Equal("***", settings.Token.ToString());
        Assert.DoesNotContain(Canary, settings.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, $"{settings.Token}", StringComparison.Ordinal);
        Assert.Equal("""{"token":"***","count":3}""", JsonSerializer.Serialize(settings, Json.Default.Settings));
        Assert.Equal("***", typeof(SecretRef).GetCustomAttribute<DebuggerDisplayAttribute>()!.Value);
        Assert.All(
            typeof(SecretRef).GetFields(BindingFlags.Instance | BindingFlags.NonPublic),
            static field => Assert.Equal(DebuggerBrowsableState.Never, field.GetCustomAttribute<DebuggerBrowsableAttribute>()?.State));
        Assert.Empty(typeof(SecretRef).GetProperties());
    }

    [Fact]
    public void Revealing_a_secret_registers_it_first()
    {
        var settings = _host.With($$"""{"token":"{{Canary}}"}""").ReadSettings(Json.Default.Settings);

        Assert.Empty(_host.Secrets);
        Assert.Equal(Canary, settings.Token!.Reveal(_host));
        Assert.Equal([Canary], _host.Secrets);
    }

    [Fact]
    public void A_reference_to_the_environment_is_read_when_it_is_used()
    {
        var settings = _host.With("""{"token":{"source":"env","id":"OPENCLAW_TEST_SECRET_REF"}}""").ReadSettings(Json.Default.Settings);

        var missing = Assert.Throws<PluginRegistrationException>(() => settings.Token!.Reveal(_host));
        Environment.SetEnvironmentVariable("OPENCLAW_TEST_SECRET_REF", Canary);

        Assert.StartsWith("The environment variable OPENCLAW_TEST_SECRET_REF is not set.", missing.Message, StringComparison.Ordinal);
        Assert.Equal(Canary, settings.Token!.Reveal(_host));
    }

    [Theory]
    [InlineData("""{"token":""}""", "$.token")]
    [InlineData("""{"token":{"source":"file","id":"x"}}""", "$.token")]
    [InlineData("""{"token":5}""", "$.token")]
    [InlineData("""{"count":"canary-71f3"}""", "$.count")]
    public void Settings_that_do_not_fit_are_named_by_place_and_never_by_value(string json, string place)
    {
        var refused = Assert.Throws<PluginRegistrationException>(() => _host.With(json).ReadSettings(Json.Default.Settings));

        Assert.Equal($"plugins.entries.lamp.config does not fit its schema at {place}. Correct it, or leave it out.", refused.Message);
        Assert.Null(refused.InnerException);
    }

    public void Dispose() => _host.Dispose();

    internal sealed record Settings
    {
        public SecretRef? Token { get; init; }

        public int Count { get; set; } = 3;
    }

    [JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
    [JsonSerializable(typeof(Settings))]
    private sealed partial class Json : JsonSerializerContext;
}
