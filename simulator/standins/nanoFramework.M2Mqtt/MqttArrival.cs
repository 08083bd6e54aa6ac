namespace nanoFramework.M2Mqtt.StandIn;

/// <summary>A packet from the broker.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Of the message or subscription; 0 where there is none.</param>
/// <param name="Code">Answer to CONNECT, or to one subscription.</param>
/// <param name="Topic">Of a message.</param>
/// <param name="Message">Its payload.</param>
/// <param name="Retain">It was kept by the broker.</param>
public sealed record MqttArrival(
    MqttArrivalKind Kind, ushort Id = 0, int Code = 0, string Topic = "", byte[]? Message = null, bool Retain = false);
