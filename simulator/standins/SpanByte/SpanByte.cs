namespace System;

/// <summary>What the device's SpanByte is on the desk: a view of an array.</summary>
public readonly struct SpanByte(byte[] array)
{
    private readonly byte[] _array = array;

    public int Length => _array.Length;

    public byte this[int index]
    {
        get => _array[index];
        set => _array[index] = value;
    }

    public static implicit operator SpanByte(byte[] array) => new(array);
}
