using System.Text;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Json5;
using OpenClaw.Host.Configuration.Rpc;
using OpenClaw.Host.Configuration.Schema;
using OpenClaw.Host.Configuration.Secrets;
using OpenClaw.Host.Configuration.Tree;
using OpenClaw.Host.Diagnostics.Redaction;

namespace OpenClaw.Host.Tests.Configuration;

public sealed class ConfigRedactionTests
{
    private const string Text = """
        { // the old one was canary-old
          gateway: { mode: "local", auth: { token: "canary-token" /* keep */, password: 'canary-password' } },
          models: { providers: { p: { baseUrl: "http://user:canary-url@host/v1", apiKey: "canary-key", headers: { "X-Any": "canary-header" } } } },
          channels: { telegram: { botToken: "canary-bot", accounts: { a: { webhook_secret: "canary-hook" } } }, irc: { password: 12345678 } },
          plugins: { entries: { x: { config: { apiKeys: [], credentials: ["canary-list"], maxTokens: 5 } } } },
          hooks: { token: "canary-hooks" }, env: { vars: { OPENAI_API_KEY: "canary-env" } },
        }
        """;

    [Theory]
    [Trait("Threat", "LOG-01")]
    [InlineData("env.vars.ANYTHING")]
    [InlineData("plugins.entries.x.config.OPENAI_KEY")]
    [InlineData("channels.x.encryptKey")]
    [InlineData("channels.x.recoveryKey")]
    public void Keys_of_any_spelling_are_hidden(string path) => Assert.True(SecretKeys.IsSecret(path));

    [Theory]
    [InlineData("session.mainKey")]
    [InlineData("gateway.remote.sshHostKeyPolicy")]
    [InlineData("channels.x.publicKey")]
    public void Ordinary_keys_are_not(string path) => Assert.False(SecretKeys.IsSecret(path));

    [Fact]
    [Trait("Threat", "LOG-01")]
    public void A_redacted_document_keeps_everything_but_the_secrets()
    {
        var parsed = (ConfigObject)Json5Reader.Read(Text);
        var json = ConfigRedactor.Redact(parsed).ToJsonElement();
        Assert.DoesNotContain("canary", json.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("12345678", json.GetRawText(), StringComparison.Ordinal);
        Assert.Equal($"http://{ConfigRedactor.Placeholder}@host/v1", json.GetProperty("models").GetProperty("providers").GetProperty("p").GetProperty("baseUrl").GetString());
        Assert.Equal(5, json.GetProperty("plugins").GetProperty("entries").GetProperty("x").GetProperty("config").GetProperty("maxTokens").GetInt32());

        var text = ConfigRedactor.RedactText(Text, parsed);
        Assert.DoesNotContain("canary", text.Replace("canary-old", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("/* keep */", text, StringComparison.Ordinal);
        Assert.True(ConfigRedactor.Redact(parsed).ContentEquals(Json5Reader.Read(text)));
    }

    [Fact]
    public void Every_credential_of_the_schema_is_known_by_its_name()
    {
        var missed = Credentials(ConfigSchema.Root, "").Where(path => !SecretKeys.IsSecret(path)).ToList();
        Assert.Empty(missed);
        Assert.Contains("gateway.auth.token", Credentials(ConfigSchema.Root, ""));
    }

    [Fact]
    public async Task Config_get_answers_in_the_recorded_shape_without_secrets()
    {
        using var fixture = new ConfigFixture(Text);
        var secrets = new SecretRegistry();
        secrets.Register("canary-old");
        var source = new ConfigSource(fixture.Load(), secrets);
        var report = new ConfigReport(source, fixture.Paths, secrets);
        var answer = await report.CreateAsync(CancellationToken.None);
        var json = Encoding.UTF8.GetString(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(answer, Protocol.ProtocolJsonContext.Default.ConfigGetResult));
        Assert.DoesNotContain("canary", json, StringComparison.Ordinal);
        string[] expected =
        [
            "path", "includedPaths", "includeProvenance", "agentRosterIncludeOwned", "bindingsIncludeOwned", "exists", "raw", "parsed", "sourceConfig",
            "resolved", "valid", "runtimeConfig", "config", "hash", "issues", "warnings", "legacyIssues", "configRevisionHash", "appliedConfigHash",
        ];
        using var document = System.Text.Json.JsonDocument.Parse(json);
        Assert.Equal(expected.Order(), document.RootElement.EnumerateObject().Select(property => property.Name).Order());
        Assert.StartsWith("hmac-sha256:v1:", answer.Hash, StringComparison.Ordinal);
        Assert.Equal(answer.ConfigRevisionHash, answer.AppliedConfigHash);
        Assert.Equal(8, answer.Config.GetProperty("agents").GetProperty("defaults").GetProperty("maxConcurrent").GetInt32());
        Assert.Equal(answer.Hash, (await report.CreateAsync(CancellationToken.None)).Hash);

        await File.WriteAllTextAsync(fixture.Paths.ConfigFile, "{gateway:{auth:{token:'canary-new-and-broken'");
        var broken = await report.CreateAsync(CancellationToken.None);
        Assert.False(broken.Valid);
        Assert.Null(broken.Raw);
        Assert.NotEqual(answer.Hash, broken.Hash);
        Assert.Equal(18789, source.Current.Gateway.Port);
    }

    [Fact]
    public async Task Hashes_differ_between_installations_and_their_key_is_private()
    {
        using var one = new ConfigFixture("{}");
        using var two = new ConfigFixture("{}");
        var (first, second) = (await ConfigHash.OpenAsync(one.Paths), await ConfigHash.OpenAsync(two.Paths));
        Assert.NotEqual(first.Compute("x"u8), second.Compute("x"u8));
        Assert.Equal(first.Compute("x"u8), (await ConfigHash.OpenAsync(one.Paths)).Compute("x"u8));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(one.Paths.StateDirectory, "config-hash.key")));
        }
    }

    private static IEnumerable<string> Credentials(SchemaNode node, string path) => node switch
    {
        SecretSchema => [path],
        ObjectSchema known => known.Keys.SelectMany(key => Credentials(key.Value, SchemaNode.Join(path, key.Key))),
        MapSchema map => Credentials(map.Item, SchemaNode.Join(path, "any")),
        ListSchema list => Credentials(list.Item, SchemaNode.Join(path, "0")),
        UnionSchema union => union.Forms.SelectMany(form => Credentials(form, path)),
        _ => [],
    };
}
