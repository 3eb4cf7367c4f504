/** What is used of face-api and the TensorFlow.js it carries; its own types describe its browser build only. */
export interface Tensor {
  dataSync(): Float32Array;
  dispose(): void;
}

interface Net {
  readonly isLoaded: boolean;
  loadFromDisk(folder: string): Promise<void>;
}

export interface FaceApi {
  readonly tf: {
    setBackend(name: string): Promise<boolean>;
    ready(): Promise<void>;
    tensor3d(data: Float32Array, shape: readonly [number, number, number]): Tensor;
  };
  readonly nets: {
    readonly ssdMobilenetv1: Net & { locateFaces(image: Tensor, options: object): Promise<readonly LocatedFace[]> };
    readonly tinyFaceDetector: Net & { locateFaces(image: Tensor, options: object): Promise<readonly LocatedFace[]> };
    readonly faceLandmark68Net: Net & {
      detectLandmarks(image: Tensor): Promise<{ readonly positions: readonly XY[] }>;
    };
    readonly faceRecognitionNet: Net & { computeFaceDescriptor(image: Tensor): Promise<Float32Array> };
  };
}

/** `box` in pixels of the image. */
export interface LocatedFace {
  readonly score: number;
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

export interface XY {
  readonly x: number;
  readonly y: number;
}
