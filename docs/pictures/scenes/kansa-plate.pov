// kansa-plate
#version 3.7;
#ifndef (View) #declare View = 1; #end
#declare Flags = 1;
#include "studio.inc"
#include "goods.inc"
#include "m_plate.inc" #include "m_cup1.inc" #include "m_lamp3.inc" #include "m_bowl.inc"
#macro Rice()
  union {
    #local R1 = seed(7); #local K = 0;
    #while (K < 3400)
      #local A = rand(R1)*2*pi; #local D = sqrt(rand(R1));
      #local Hh = 3.0*pow(1 - D*D, 0.8) - 0.1 - 0.25*rand(R1);
      sphere { 0, 1 scale <0.30, 0.075, 0.075> rotate z*(60*(rand(R1) - 0.5)) rotate y*360*rand(R1) translate <6.0*D*cos(A), Hh + 0.35, 5.2*D*sin(A)> }
      #local K = K + 1;
    #end
    sphere { 0, 1 scale <5.6, 2.75, 4.9> translate y*0.2 }
    texture { pigment { rgb <0.86, 0.84, 0.78> } finish { diffuse 0.85 specular 0.08 roughness 0.05 } }
  }
#end
#switch (View)
#case (1)
  Shot(<-4, 47, -62>, <0, 0.2, 0>, 29)
  object { Plate() translate At(0, 0, 9) }
#break
#case (2)
  Shot(<-24, 15, -36>, <-4.0, 0.9, -4.0>, 26)
  object { Plate() rotate y*70 translate At(0, 0, 9) }
#break
#case (3)
  Shot(<10, 55, -54>, <3.4, 0, 0>, 36)
  union {
    object { Plate() rotate y*120 }
    object { Rice() translate <-2, 0.2, 1> }
    union { sphere { 0, 1 } cylinder { <0.8, 0.2, 0>, <1.5, 0.5, 0.1>, 0.09 texture { pigment { rgb <0.16, 0.22, 0.05> } } } scale <2.9, 0.42, 0.42> rotate y*35 translate <6.3, 0.85, -4.6> texture { pigment { bozo scale 2 color_map { [0 rgb <0.09, 0.22, 0.02>] [1 rgb <0.17, 0.33, 0.04>] } } finish { diffuse 0.75 specular 0.5 roughness 0.015 reflection { 0, 0.3 fresnel on } } } interior { ior 1.4 } }
    object { Lemon() scale 0.9 rotate <-24, 20, 0> translate <7.2, 1.0, 3.0> }
    translate At(0, 0, 9)
  }
  object { M_cup1 Clay(4) rotate y*50 translate At(19.8, 8.5, 2.5) }
#break
#end
