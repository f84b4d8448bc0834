using System.Collections.Concurrent;
using OpenClaw.Agents.Common.Settings;

namespace OpenClaw.Agents.OpenAI.Requests;

/// <summary>Remembers per model which way of asking was accepted, so that each lesson costs one request.</summary>
internal sealed class LearnedShapes(EndpointSettings settings)
{
    private const int MaxModels = 256;
    private readonly ConcurrentDictionary<string, RequestShape> _shapes = new(StringComparer.Ordinal);

    public RequestShape For(string model) =>
        _shapes.TryGetValue(model, out var shape) ? shape : RequestShape.For(settings.Model(model), settings.BaseUrl);

    public void Keep(string model, RequestShape shape)
    {
        if (_shapes.Count < MaxModels || _shapes.ContainsKey(model))
            _shapes[model] = shape;
    }
}
