using System.Globalization;
using System.Text.Json;
using OpenClaw.Agents.Common.Http;

namespace OpenClaw.Agents.Common.Failures;

/// <summary>Turns what went wrong into an exception whose text can be shown: short, one line, without secrets.</summary>
internal sealed class FailureMapper(string providerId, SecretMask mask)
{
    private const int MaxDetail = 300;
    private const int MaxName = 80;

    public ModelException FromReport(ErrorReport report)
    {
        var kind = FailureKinds.Of(report);
        var name = Shown(report.Code ?? report.Type ?? "", MaxName);
        var detail = Shown(report.Message, MaxDetail);
        var status = report.Status is { } code ? $" {code.ToString(CultureInfo.InvariantCulture)}" : " an error";
        var text = $"{providerId} answered{status}{(name.Length > 0 ? $" ({name})" : "")}{(detail.Length > 0 ? $": {detail}" : ".")}{Fix(kind, report.Status)}";
        return new ModelException(kind, text)
        {
            HttpStatus = report.Status,
            ProviderErrorType = name.Length > 0 ? name : null,
            RetryAfter = report.RetryAfter,
        };
    }

    /// <summary>Translates what sending or reading threw. A cancelled caller gets its cancellation back.</summary>
    public Exception FromException(Exception exception, Deadline deadline) => exception switch
    {
        ModelException known => known,
        OperationCanceledException when deadline.CallerCancelled => exception,
        _ when deadline.Passed => new ModelException(ModelFailure.Network, $"{providerId} sent nothing for {deadline.Allowed.TotalSeconds:0.#} seconds."),
        OversizeException oversize => Malformed(oversize.Message),
        JsonException => Malformed("sent something that is no JSON of the expected shape"),
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } =>
            Network("cannot be found; check baseUrl and the network", exception),
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } =>
            Network("cannot be reached securely; check its certificate", exception),
        HttpRequestException or IOException =>
            Network($"cannot be reached or hung up: {Shown(exception.Message, MaxDetail)}", exception),
        _ => exception,
    };

    public ModelException Malformed(string what) => new(ModelFailure.MalformedResponse, $"{providerId} {what}.");

    public ModelException Cut() => new(ModelFailure.Network, $"{providerId} hung up in the middle of the answer.");

    public ModelException Filtered() => new(ModelFailure.ContentFiltered, $"{providerId} stopped the answer with its content filter.");

    /// <summary>Cleans a text of the far end: no secrets, one line, cut to size.</summary>
    public string Shown(string text, int most)
    {
        var cleaned = mask.Clean(text).Trim();
        if (cleaned.Length > most)
            cleaned = string.Concat(cleaned.AsSpan(0, char.IsHighSurrogate(cleaned[most - 1]) ? most - 1 : most), "...");
        return string.Concat(cleaned.Select(static c => char.IsControl(c) ? ' ' : c));
    }

    private ModelException Network(string what, Exception cause) => new(ModelFailure.Network, $"{providerId} {what}.", cause);

    private string Fix(ModelFailure kind, int? status) => (kind, status) switch
    {
        (ModelFailure.Authentication, _) => $" Check models.providers.{providerId}.apiKey.",
        (ModelFailure.QuotaExceeded, _) => " The account has no credit left.",
        (ModelFailure.InvalidRequest, >= 300 and <= 399) => $" Redirects are not followed: write the final address into models.providers.{providerId}.baseUrl.",
        (ModelFailure.InvalidRequest, 404) => $" Check the name of the model and models.providers.{providerId}.baseUrl.",
        _ => "",
    };
}
