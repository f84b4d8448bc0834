using System.Text.Json;
using OpenClaw.Protocol.Catalog;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Frames;

/// <summary>Collects the members of one envelope and what is wrong with them.</summary>
internal struct RequestEnvelope(int protocol)
{
    private RequestMember _seen;
    private string? _id;
    private string? _method;
    private string? _traceParent;
    private string? _profileId;
    private ReadOnlyMemory<byte> _params;
    private bool _isRequest;
    private ViolationList? _shape;
    private ViolationList? _values;

    public RequestMember Identify(ref Utf8JsonReader reader)
    {
        if (!JsonValueWalker.HasUsableText(ref reader))
        {
            Report(FrameViolations.UnusableName);
            return RequestMember.None;
        }

        var member = Match(ref reader);
        if (member == RequestMember.None)
        {
            Report(Violations.UnexpectedProperty("", reader.GetString()!));
        }
        else if ((_seen & member) != 0)
        {
            Report(Violations.DuplicateProperty("", reader.GetString()!));
        }

        _seen |= member;
        return member;
    }

    public void TakeString(RequestMember member, ref Utf8JsonReader reader)
    {
        switch (member)
        {
            case RequestMember.Type:
                _isRequest = IsText(ref reader) && reader.ValueTextEquals(FrameNames.Request);
                break;
            case RequestMember.Id:
                _id = Text(ref reader, FrameNames.IdPath, 1, GatewayLimits.MaxIdLength);
                break;
            case RequestMember.Method:
                _method = MethodText(ref reader);
                break;
            case RequestMember.TraceParent:
                _traceParent = Text(ref reader, FrameNames.TraceParentPath, 0, GatewayLimits.MaxTraceParentLength);
                break;
            case RequestMember.ExpectedProfileId:
                _profileId = Text(ref reader, FrameNames.ExpectedProfileIdPath, 1, GatewayLimits.MaxProfileIdLength);
                break;
        }
    }

    public void TakeParams(ReadOnlyMemory<byte> value) => _params = value.Span.SequenceEqual("null"u8) ? default : value;

    public void Report(string violation) => (_shape ??= new ViolationList()).Add(violation);

    public void ReportTooDeep() => Report(FrameViolations.TooDeep);

    public void ReportUnusableString(RequestMember member) => Value(FrameViolations.UnusableString(member));

    public bool TryComplete(out RequestFrame request, out InvalidFrame? invalid)
    {
        request = default;
        invalid = null;
        if (_shape is null && _values is null && _isRequest && _id is not null && _method is not null)
        {
            request = new() { Id = _id, Method = _method, Params = _params, TraceParent = _traceParent, ExpectedProfileId = _profileId };
            return true;
        }

        invalid = new InvalidFrame { Id = _id ?? InvalidFrame.UnknownId, Violations = Describe() };
        return false;
    }

    /// <summary>The reference names the first missing member, then unexpected ones, then wrong values.</summary>
    private readonly string Describe()
    {
        var all = new ViolationList();
        var isObject = _seen != 0 || _shape is null || !_shape.Contains("must be object");
        if (isObject && FirstMissing() is { } missing)
        {
            all.Add(Violations.MissingProperty("", missing));
        }

        all.AddRange(_shape);
        if ((_seen & RequestMember.Type) != 0 && !_isRequest)
        {
            all.Add(Violations.NotTheConstant(FrameNames.TypePath));
        }

        all.AddRange(_values);
        return all.ToString();
    }

    private readonly string? FirstMissing() =>
        (_seen & RequestMember.Type) == 0 ? "type"
        : (_seen & RequestMember.Id) == 0 ? "id"
        : (_seen & RequestMember.Method) == 0 ? "method"
        : null;

    private readonly RequestMember Match(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("type"u8)) { return RequestMember.Type; }
        if (reader.ValueTextEquals("id"u8)) { return RequestMember.Id; }
        if (reader.ValueTextEquals("method"u8)) { return RequestMember.Method; }
        if (reader.ValueTextEquals("params"u8)) { return RequestMember.Params; }
        if (protocol < ProtocolVersions.V4) { return RequestMember.None; }
        if (reader.ValueTextEquals("traceparent"u8)) { return RequestMember.TraceParent; }
        return reader.ValueTextEquals("expectedProfileId"u8) ? RequestMember.ExpectedProfileId : RequestMember.None;
    }

    private string? MethodText(ref Utf8JsonReader reader)
    {
        if (IsText(ref reader) && MethodCatalog.Intern(ref reader) is { } known)
        {
            return known;
        }

        // A name of any length is a valid name nobody serves; only its beginning is kept.
        var name = Text(ref reader, FrameNames.MethodPath, 1, int.MaxValue);
        return name is { Length: > GatewayLimits.MaxNameLength } ? name[..GatewayLimits.MaxNameLength] : name;
    }

    private string? Text(ref Utf8JsonReader reader, string path, int min, int max)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            Value(Violations.WrongType(path, "string"));
            return null;
        }

        // Six bytes of escape stand for one character at most: longer text is refused unread.
        if (!IsText(ref reader) || (max < int.MaxValue && reader.ValueSpan.Length > max * 6))
        {
            if (IsText(ref reader))
            {
                Value(Violations.TooLong(path, max));
            }

            return null;
        }

        var text = reader.GetString()!;
        if (text.Length < min || text.Length > max)
        {
            Value(text.Length < min ? Violations.TooShort(path, min) : Violations.TooLong(path, max));
            return null;
        }

        return text;
    }

    private static bool IsText(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && JsonValueWalker.HasUsableText(ref reader);

    private void Value(string violation) => (_values ??= new ViolationList()).Add(violation);
}
