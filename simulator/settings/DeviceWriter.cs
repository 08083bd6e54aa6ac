using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator.Settings;

/// <summary>Writes values of a file that has been checked as settings.proto: by the numbers of their fields.</summary>
public static class DeviceWriter
{
    /// <summary>Field of <c>Deployed</c> with what may be changed later.</summary>
    private const int ChangesField = 10;

    /// <summary>The file of a node: header and message; null when it is too long.</summary>
    public static byte[]? Deployed(JsonPiece station, JsonPiece node, bool isServing)
    {
        ArgumentNullException.ThrowIfNull(station);
        ArgumentNullException.ThrowIfNull(node);
        byte[] file = new byte[DeployedSettings.HeaderLength + DeployedSettings.Room];
        int at = Group(file, DeployedSettings.HeaderLength, station, SettingsFields.Station.Fields);
        at = Group(file, at, station["broker"], SettingsFields.Broker);
        at = Group(file, at, node, SettingsFields.Identity);
        at = Group(file, at, node["journal"], SettingsFields.Journal);
        int start = ProtoWriter.Open(file, at, ChangesField);
        at = Group(file, start, node, SettingsFields.Changes);
        if (isServing && station["packs"] is { } register)
        {
            at = Field(file, at, SettingsFields.Packs, register);
        }

        at = ProtoWriter.Close(file, start, at);
        if (at < 0)
        {
            return null;
        }

        Bytes.WriteUInt32(file, 0, DeployedSettings.Magic);
        Bytes.WriteUInt16(file, 4, DeployedSettings.Version);
        Bytes.WriteUInt16(file, 6, at - DeployedSettings.HeaderLength);
        Bytes.WriteUInt32(file, 8, DeployedSettings.CrcOf(file, at));
        return file[..at];
    }

    /// <summary>The <c>Settings</c> of a change; null when it is too long for a command.</summary>
    public static byte[]? Change(JsonPiece change)
    {
        byte[] message = new byte[FieldSettings.Room];
        int at = Group(message, 0, change, SettingsFields.Change.Fields);
        return at < 0 ? null : message[..at];
    }

    private static int Group(byte[] into, int at, JsonPiece? group, IEnumerable<SettingsField> fields)
    {
        foreach (SettingsField field in fields.Where(field => field.Number > 0).OrderBy(field => field.Number))
        {
            at = group?[field.Name] is { } value ? Field(into, at, field, value) : at;
        }

        return at;
    }

    private static int Field(byte[] into, int at, SettingsField field, JsonPiece value)
    {
        Shape shape = field.Shape;
        switch (shape.Kind)
        {
            case ShapeKind.Number:
                long number = value.Number ?? 0;
                ulong raw = shape.Least < 0 ? (ulong)((number << 1) ^ (number >> 63)) : (ulong)number;
                return ProtoWriter.Present(into, at, field.Number, raw);
            case ShapeKind.Flag:
                return ProtoWriter.Varint(
                    into, at, field.Number, value.Kind == System.Text.Json.JsonValueKind.True ? 1u : 0u);
            case ShapeKind.Choice when shape.Names.First(name => name.Name == value.Text).Value is > 0 and int chosen:
                return ProtoWriter.Varint(into, at, field.Number, (uint)chosen);
            case ShapeKind.List:
                return List(into, at, field, value.Items);
            case ShapeKind.Group:
                return Nested(into, at, field.Number, value, shape);
            default:
                return ProtoWriter.Text(into, at, field.Number, value.Text);
        }
    }

    private static int List(byte[] into, int at, SettingsField field, IList<JsonPiece> items)
    {
        Shape item = field.Shape.Item!;
        if (item.Kind == ShapeKind.Number)
        {
            at = ProtoWriter.Head(into, at, field.Number, items.Count);
            for (int i = 0; at >= 0 && i < items.Count; i++)
            {
                into[at + i] = (byte)(items[i].Number ?? 0);
            }

            return at < 0 ? -1 : at + items.Count;
        }

        int start = field.IsWrapped ? ProtoWriter.Open(into, at, field.Number) : 0;
        at = field.IsWrapped ? start : at;
        foreach (JsonPiece piece in items)
        {
            at = item.Kind == ShapeKind.Group
                ? Nested(into, at, field.Number, piece, item)
                : ProtoWriter.Text(into, at, field.IsWrapped ? 1 : field.Number, piece.Text);
        }

        return field.IsWrapped ? ProtoWriter.Close(into, start, at) : at;
    }

    private static int Nested(byte[] into, int at, int field, JsonPiece piece, Shape shape)
    {
        int start = ProtoWriter.Open(into, at, field);
        return ProtoWriter.Close(into, start, Group(into, start, piece, shape.Fields));
    }
}
