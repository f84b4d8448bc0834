using System.Text;
using Microsoft.Extensions.Logging;
using OpenClaw.Host.Diagnostics.Redaction;

namespace OpenClaw.Host.Tests.Diagnostics;

[Trait("Threat", "LOG-01")]
public sealed class LogRedactionTests
{
    private const string Canary = "canary/ö+\"x y";

    [Fact]
    public void A_registered_secret_reaches_no_sink_by_any_way()
    {
        using var log = new LogFixture();
        log.Secrets.Register(Canary);
        var logger = log.Logger();
        var basic = Convert.ToBase64String(Encoding.UTF8.GetBytes($"user:{Canary}"));
        using (logger.BeginScope("scope {Token}", Canary))
        using (logger.BeginScope(Canary))
        {
            logger.LogInformation("plain {Value} and {Url}", Canary, Uri.EscapeDataString(Canary));
            logger.LogInformation("json {Value}", System.Text.Json.JsonSerializer.Serialize(Canary));
            logger.LogInformation("Authorization {Value}", basic);
            logger.LogInformation(new EventId(7, Canary), "named");
            logger.LogInformation("{Object}", new { Inner = Canary });
            logger.LogError(new InvalidOperationException($"outer {Canary}", new IOException(Canary)), "failed");
            logger.LogError(new AggregateException(new ArgumentException(Canary, Canary)), "failed twice");
        }

        var all = string.Join('\n', log.Lines()) + log.Console;
        Assert.Equal(7, log.Lines().Length);
        Assert.DoesNotContain("canary", all, StringComparison.Ordinal);
        Assert.DoesNotContain(basic[8..^4], all, StringComparison.Ordinal);
        Assert.DoesNotContain(Uri.EscapeDataString(Canary), all, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("ab")]
    [InlineData("abc")]
    public void Base64_hides_the_secret_wherever_it_starts(string before)
    {
        var secrets = new SecretRegistry();
        secrets.Register("s3cr3t-value");
        var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{before}s3cr3t-value!"));
        var redacted = secrets.Redact(encoded);
        Assert.Contains(SecretRegistry.Mask, redacted, StringComparison.Ordinal);
        Assert.DoesNotContain("M3Q", redacted, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_two_secrets_that_start_alike_the_longer_one_goes_whole()
    {
        var secrets = new SecretRegistry();
        secrets.Register("secret-1");
        secrets.Register("secret-1-and-more");
        Assert.Equal("*** ***", secrets.Redact("secret-1-and-more secret-1"));
    }

    [Fact]
    public void Short_and_blank_values_are_not_registered()
    {
        var secrets = new SecretRegistry();
        foreach (var value in new[] { null, "", "   ", "abc", "      " })
        {
            secrets.Register(value);
        }

        Assert.Equal("abc       abc", secrets.Redact("abc       abc"));
    }

    [Fact]
    public void A_secret_at_the_cut_does_not_leave_half_of_itself()
    {
        var secrets = new SecretRegistry();
        secrets.Register("0123456789abcdef");
        var redactor = new LogRedactor(secrets, TokenPatterns.Default);
        for (var shift = 0; shift < 20; shift++)
        {
            Assert.DoesNotContain("01234", redactor.Clean(new string('x', 90 + shift) + "0123456789abcdef" + new string('y', 50), 100), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("GET /hooks?token=abcdefghij&x=1", "GET /hooks?token=***&x=1")]
    [InlineData("Authorization: Bearer abcdefghij.klm", "Authorization: Bearer ***")]
    [InlineData("{\"apiKey\": \"abcdefghij\"}", "{\"apiKey\": \"***\"}")]
    [InlineData("passphrase: abcdefghij", "passphrase: ***")]
    [InlineData("key sk-abcdefghijklmnop1234 end", "key *** end")]
    [InlineData("bot 123456789:AAabcdefghijklmnopqrstuvwxyz", "bot ***")]
    [InlineData("postgres://me:pass@host/db", "postgres://***@host/db")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nabc\n-----END PRIVATE KEY-----", "-----BEGIN PRIVATE KEY-----***-----END PRIVATE KEY-----")]
    [InlineData("maxTokens: 4096 tokens used", "maxTokens: 4096 tokens used")]
    [InlineData("listening on ws://127.0.0.1:18789", "listening on ws://127.0.0.1:18789")]
    public void Text_of_the_shape_of_a_secret_is_hidden(string text, string expected) => Assert.Equal(expected, TokenPatterns.Default.Redact(text));

    [Fact]
    public void Patterns_of_the_configuration_replace_the_built_in_ones()
    {
        var patterns = TokenPatterns.From(["id=(\\d+)"]);
        Assert.Equal("id=*** Bearer abcdefghij", patterns.Redact("id=42 Bearer abcdefghij"));
    }

    [Fact]
    public void A_pattern_that_never_ends_withholds_the_text() =>
        Assert.DoesNotContain("aaaa", TokenPatterns.From(["^(a+)+$"]).Redact(new string('a', 40) + "!"), StringComparison.Ordinal);
}
